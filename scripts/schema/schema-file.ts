import { join } from 'node:path';

/** Where the generated schema is committed. */
export const SCHEMA_FILE = join(
  __dirname,
  '..',
  '..',
  'lib',
  'emit',
  'schema',
  'dashboard.schema.json',
);
