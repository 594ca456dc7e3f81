import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

import { invariant } from '../../diagnostics/index.ts';
import type { JsonSchema } from './json-schema.ts';

/** One error of the compiled validator. */
export interface Violation {
  /** JSON pointer to the value, or to the object that has a key too many or too few. */
  readonly path: string;
  /** The keyword of JSON Schema that failed. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  violationsOf(json: unknown): readonly Violation[];
  /** Only for messages: reading it takes longer than validating a dashboard. */
  readSchema(): JsonSchema;
}

interface CompiledFunction {
  (json: unknown): boolean;
  errors: readonly Violation[] | null;
}

let loaded: Validator | undefined;

/**
 * The validator in `dist/`, loaded at first use (8 ms; 36 ms where V8 refuses the code that another version of it, or
 * the same with other flags, made). `dist/` is looked for from this file upwards, so that it is found from the sources and from a bundle that
 * lies in `dist/` itself.
 *
 * @throws BugError when there is none
 */
export function loadValidator(): Validator {
  loaded ??= load(findDist(__dirname));
  return loaded;
}

function load(dist: string): Validator {
  const validate = run(join(dist, 'validate-dashboard.js'));
  return {
    violationsOf: (json) => (validate(json) ? [] : (validate.errors ?? [])),
    readSchema: () =>
      JSON.parse(readFileSync(join(dist, 'dashboard.schema.json'), 'utf8')) as JsonSchema,
  };
}

/** Like `require`, but with the code that V8 compiled before: Node 20 has no such cache of its own. */
function run(filename: string): CompiledFunction {
  const cache = `${filename}.cache`;
  const script = new Script(readFileSync(filename, 'utf8'), {
    filename,
    ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
  });
  const module: { exports: { default?: CompiledFunction } } = { exports: {} };
  (script.runInThisContext() as (of: typeof module) => void)(module);
  invariant(module.exports.default, `\`${filename}\` is no validator: run \`npm run compile\``);
  return module.exports.default;
}

function findDist(from: string): string {
  const dist = join(from, 'dist');
  if (existsSync(join(dist, 'validate-dashboard.js'))) return dist;
  const parent = dirname(from);
  invariant(parent !== from, '`dist/validate-dashboard.js` is missing: run `npm run compile`');
  return findDist(parent);
}
