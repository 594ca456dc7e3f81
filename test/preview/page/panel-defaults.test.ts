import { describe, expect, it } from 'vitest';

import { PANEL_DEFAULTS as EMITTED } from '../../../lib/emit/index.ts';
import { PANEL_DEFAULTS } from '../../../preview/src/panels/panel-defaults.ts';

describe('what the page assumes', () => {
  it.each([...EMITTED])('of %s is what the emitter leaves out', (type, { options, custom }) => {
    expect(PANEL_DEFAULTS[type]?.options).toMatchObject(options);
    const assumed: Record<string, unknown> = { ...custom };
    // It is not what Grafana assumes: with it, lines are flat.
    delete assumed['transform'];
    expect(PANEL_DEFAULTS[type]?.custom ?? {}).toMatchObject(assumed);
  });
});
