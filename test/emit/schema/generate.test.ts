import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { generateSchema } from '../../../scripts/schema/generate.ts';
import { SCHEMA_FILE } from '../../../scripts/schema/schema-file.ts';

it('the committed schema is what the bridge says (npm run schema)', () => {
  expect(generateSchema() === readFileSync(SCHEMA_FILE, 'utf8')).toBe(true);
});
