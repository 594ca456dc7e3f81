import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { sync as writeFileSync } from 'write-file-atomic';

import type { JsonSchema } from '../../lib/emit/schema/index.ts';
import { compactErrors } from './compact-errors.ts';
import { exampleOf } from './example.ts';
import { SCHEMA_FILE } from './schema-file.ts';

const DIST = join(__dirname, '..', '..', 'dist');

/**
 * Writes what `lib/emit/schema/compiled.ts` loads: `dist/validate-dashboard.js`, which depends on nothing, what V8
 * makes of it, and a copy of the schema, which is read only to word the messages of a dashboard that fails.
 * All made ahead of time, because `ajv.compile` takes longer than a whole build.
 */
export async function compileValidator(): Promise<void> {
  const text = readFileSync(SCHEMA_FILE, 'utf8');
  const schema = JSON.parse(text) as JsonSchema;
  const code = await bundle(compactErrors(standalone(schema)));
  mkdirSync(DIST, { recursive: true });
  const file = join(DIST, 'validate-dashboard.js');
  // V8 tells its cache from that of another code by the length only, so the two never lie there together.
  rmSync(`${file}.cache`, { force: true });
  writeFileSync(file, code);
  writeFileSync(`${file}.cache`, codeCache(code, file, exampleOf(schema)));
  writeFileSync(join(DIST, 'dashboard.schema.json'), text);
}

function standalone(schema: JsonSchema): string {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    code: { esm: true, source: true },
    discriminator: true,
    // A function for each shape is smaller than its text at each place that refers to it.
    inlineRefs: false,
    messages: false,
    strict: true,
    // Threshold steps are a first one and any number of others.
    strictTuples: false,
  });
  return standaloneCode(ajv, ajv.compile(schema));
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    bundle: true,
    format: 'cjs',
    mangleProps: /^(instancePath|parentData|parentDataProperty|rootData|evaluated)$/,
    minify: true,
    platform: 'node',
    // The file is the expression of a function, for `vm.Script`.
    banner: { js: '(function (module) {' },
    footer: { js: '})' },
    stdin: { contents, resolveDir: __dirname },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Functions are compiled when they are first called, so all are called before. */
function codeCache(code: string, filename: string, example: unknown): Buffer {
  const script = new Script(code, { filename });
  const module = { exports: {} as { default: (json: unknown) => boolean } };
  (script.runInThisContext() as (of: typeof module) => void)(module);
  module.exports.default(example);
  return script.createCachedData();
}

if (require.main === module) void compileValidator();
