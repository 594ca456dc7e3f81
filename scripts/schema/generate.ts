import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Project } from 'ts-morph';

import type { JsonSchema } from '../../lib/emit/schema/index.ts';
import { Definitions } from './definitions.ts';
import { schemaOf } from './from-type.ts';
import { SCHEMA_FILE } from './schema-file.ts';
import { stableJson } from './stable-json.ts';

const ROOT = join(__dirname, '..', '..');

/** The text of the JSON Schema of `Dashboard` in `lib/emit/schema/bridge.ts`. */
export function generateSchema(): string {
  const schema = schemaOfInterface(join(ROOT, 'lib', 'emit', 'schema', 'bridge.ts'), 'Dashboard');
  return `${stableJson({
    $comment: 'DO NOT EDIT. Generated from bridge.ts by scripts/schema/generate.ts',
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A Grafana dashboard as dashc writes it',
    ...schema,
  })}\n`;
}

/** The JSON Schema of an exported interface: a reference, and the definitions that it reaches. */
export function schemaOfInterface(file: string, name: string): JsonSchema {
  const project = new Project({
    tsConfigFilePath: join(ROOT, 'tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
    // The bridge needs no more of the library than `Omit` and the like: half the time.
    compilerOptions: { lib: ['lib.es5.d.ts'], types: [] },
  });
  const at = project.addSourceFileAtPath(file).getInterfaceOrThrow(name);
  const checker = project.getTypeChecker().compilerObject;
  const definitions = new Definitions();
  const root = schemaOf(at.getType(), name, { at, checker, definitions, known: new Map() });
  return { ...root, definitions: definitions.reachedFrom(root) };
}

if (require.main === module) {
  const text = generateSchema();
  writeFileSync(SCHEMA_FILE, text);
  console.log(`${SCHEMA_FILE}: ${text.length} bytes`);
}
