import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as z from 'zod';

import { Duration } from '../catalog/index.ts';
import {
  type ConfigurableCode,
  HOUSE_CODES,
  type HouseRule,
  type HouseRuleSpec,
  toHouseRule,
} from '../model/index.ts';
import { unknownName, UsageError } from './usage-error.ts';

/**
 * Reads a JSON file with the list that `defineSystem` takes as `house`.
 *
 * @param file relative to `cwd`, or absolute
 * @throws UsageError where it is no such list
 */
export function readHouseFile(cwd: string, file: string): readonly HouseRule[] {
  const list = listIn(path.resolve(cwd, file), file);
  return list.map((each, i) => {
    const spec = typeof each === 'string' ? { code: each } : shaped(each, OF_A_RULE, file, i);
    const code = HOUSE_CODES.find((known) => known === spec.code);
    if (code === undefined) throw unknownName('rule of the house', spec.code, HOUSE_CODES);
    if (typeof each === 'string') return toHouseRule(code);
    const settings = isConfigurable(code) ? SETTINGS[code] : NO_SETTINGS;
    // The shape of its code is the type.
    return ruleOf({ ...shaped(each, settings, file, i), code } as HouseRuleSpec, file);
  });
}

function listIn(absolute: string, file: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(absolute, 'utf8'));
  } catch (error) {
    throw new UsageError(`\`${file}\` cannot be read: ${(error as Error).message}`);
  }
  if (Array.isArray(value)) return value;
  throw new UsageError(`\`${file}\` holds no list; write \`["house/panel-title"]\``);
}

/** The value, if it has the shape. */
function shaped<T>(value: unknown, shape: z.ZodType<T>, file: string, index: number): T {
  const { data, error } = shape.safeParse(value);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const place = [index, ...(issue?.path ?? [])].join('.');
  throw new UsageError(`\`${file}\`, ${place}: ${issue?.message}`);
}

function ruleOf(spec: HouseRuleSpec, file: string): HouseRule {
  try {
    return toHouseRule(spec);
  } catch (error) {
    // What no shape says: that a text is no regular expression.
    if (error instanceof RangeError) throw new UsageError(`\`${file}\`: ${error.message}`);
    throw error;
  }
}

function isConfigurable(code: string): code is ConfigurableCode {
  return Object.hasOwn(SETTINGS, code);
}

const code = z.string();
const text = z.string().min(1);
const texts = z.array(text);
const duration = z
  .string()
  .refine((value) => Duration.parse(value) !== undefined, 'write a duration like `5m`');

const OF_A_RULE = z.looseObject({ code });
const NO_SETTINGS = z.strictObject({ code });

const named = { code, name: text, matches: text.optional(), optional: z.boolean().optional() };
const variables = z.strictObject({ code, variables: texts });
const labels = z.strictObject({ code, labels: texts });
const rule = z.enum(['alert', 'record']);

const SETTINGS = {
  'house/annotation': z.strictObject(named),
  'house/dropped-label': labels,
  'house/filter-matcher': variables,
  'house/filter-variable': variables,
  'house/forbidden-text': z.strictObject({
    code,
    of: z.enum(['label', 'annotation']),
    name: text.optional(),
    matches: text.optional(),
  }),
  'house/kept-label': labels,
  'house/long-range': z.strictObject({ code, atMost: duration }),
  'house/other-group': z.strictObject({ code, except: texts }),
  'house/pending-period': z.strictObject({
    code,
    of: z.enum(['for', 'keepFiringFor']),
    atLeast: duration.optional(),
    atMost: duration.optional(),
  }),
  'house/required-matcher': labels,
  'house/rule-label': z.strictObject({ ...named, of: rule }),
  'house/rule-name': z.strictObject({ code, of: rule, matches: text }),
} satisfies Record<ConfigurableCode, z.ZodType>;
