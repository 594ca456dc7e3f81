import { describe, expect, it } from 'vitest';

import { PANEL_DEFAULTS as EMITTED } from '../../../lib/emit/index.ts';
import { PANEL_DEFAULTS } from '../../../preview/src/panels/panel-defaults.ts';

describe('what the page assumes', () => {
  it.each([...EMITTED])(
    'of %s is what the emitter leaves out',
    (type, { options, custom = {} }) => {
      expect(PANEL_DEFAULTS[type]?.options).toMatchObject(options);
      expect(PANEL_DEFAULTS[type]?.custom ?? {}).toMatchObject(custom);
    },
  );
});
