import { test } from 'vitest';

import { byName, stat, valueMapping } from '../../lib/model/index.ts';

const UP = valueMapping({ 1: { text: 'UP' } });

test('an override adds mappings; it cannot take those of the panel away', () => {
  stat('Health', 'Whether it is up.').override(byName('Runner'), { mappings: [UP] });
  // @ts-expect-error Grafana keeps the mappings of the panel
  stat('Health', 'Whether it is up.').override(byName('Runner'), { mappings: [] });
  // @ts-expect-error no mapping says nothing
  stat('Health', 'Whether it is up.').mappings();
});
