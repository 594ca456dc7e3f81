import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type { Expr } from '../lib/promql/ast.ts';
import { parse } from '../lib/promql/parser.ts';
import { print } from '../lib/promql/printer.ts';
import { skeleton } from '../lib/promql/skeleton.ts';
import { valueType } from '../lib/promql/value-types.ts';
import { reportLabelFlow } from './conformance/label-flow.ts';
import { reportLinters } from './conformance/linter-report.ts';
import { reportPintLabelFlow } from './conformance/pint-label-flow.ts';
import { reportRuleFiles } from './conformance/rule-files.ts';

// Measures the PromQL front end against verdicts of Prometheus's own parser, the label flow against what its engine
// returned, and the checks against other linters: `npm run conformance -- DIR`.

/** A line of the data. Fields that a file does not have are absent. */
interface Case {
  readonly expr: string;
  readonly ok?: boolean;
  readonly type?: string | null;
  readonly experimental?: boolean;
  /** The tree's shape, as `skeleton` writes it. */
  readonly sk?: string;
}

interface Measure {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly passes: (expected: Case) => boolean;
  /** The largest share of failures that is allowed. */
  readonly limit?: number;
}

const dir = process.argv[2];
if (dir === undefined || !existsSync(dir)) {
  process.stderr.write('usage: npm run conformance -- DIR\n');
  process.exitCode = 2;
} else {
  report(measures(dir));
  if (!reportRuleFiles(dir)) process.exitCode = 1;
  if (!reportLabelFlow(dir)) process.exitCode = 1;
  reportPintLabelFlow(dir);
  reportLinters(dir);
}

function measures(folder: string): readonly Measure[] {
  const valid = read(folder, 'promql-valid');
  const mutated = read(folder, 'promql-mutated');
  const realWorld = read(folder, 'promql-realworld-valid');
  const shapes = read(folder, 'promql-ast-skeleton');
  const accepted = mutated.filter(({ ok }) => ok);
  const all = [...valid, ...accepted, ...realWorld, ...shapes];
  return [
    { name: 'standard, accepted', cases: valid.filter((c) => !c.experimental), passes: isAccepted },
    {
      name: 'experimental, accepted',
      cases: valid.filter((c) => c.experimental),
      passes: isAccepted,
    },
    { name: 'real world, accepted', cases: realWorld, passes: isAccepted },
    { name: 'mutated valid, accepted', cases: accepted, passes: isAccepted },
    { name: 'invalid, refused', cases: read(folder, 'promql-invalid'), passes: isRefused },
    {
      name: 'mutated invalid, refused',
      cases: mutated.filter(({ ok }) => !ok),
      passes: isRefused,
      limit: 0.002,
    },
    {
      name: 'value type equal',
      cases: all.filter(({ type }) => typeof type === 'string'),
      passes: hasType,
    },
    {
      name: 'experimental is known',
      cases: all.filter((c) => c.experimental !== undefined),
      passes: isFlagged,
    },
    { name: 'skeleton equal', cases: shapes, passes: hasSkeleton },
    { name: 'print and parse again', cases: all, passes: survivesPrinting },
  ];
}

function read(folder: string, name: string): readonly Case[] {
  return readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
}

function report(found: readonly Measure[]): void {
  for (const { name, cases, passes, limit = 0 } of found) {
    const failed = cases.filter((expected) => !passes(expected));
    const missed = failed.length > limit * cases.length;
    if (missed) process.exitCode = 1;
    const share = `${cases.length - failed.length} of ${cases.length}`;
    process.stdout.write(`${missed ? 'MISSED' : 'ok    '}  ${name.padEnd(26)} ${share}\n`);
    for (const { expr } of failed.slice(0, 20))
      process.stdout.write(`          ${JSON.stringify(expr)}\n`);
  }
}

function isAccepted({ expr }: Case): boolean {
  return read1(expr) !== undefined;
}

function isRefused({ expr }: Case): boolean {
  return read1(expr) === undefined;
}

function hasType({ expr, type }: Case): boolean {
  const tree = read1(expr);
  return tree !== undefined && valueType(tree) === type;
}

/** Refused without feature flags exactly when the data says so. */
function isFlagged({ expr, experimental }: Case): boolean {
  const { errors } = parse(expr, { variables: false, experimental: false });
  return errors.length > 0 === experimental;
}

function hasSkeleton({ expr, sk }: Case): boolean {
  const tree = read1(expr);
  return tree !== undefined && skeleton(tree) === sk;
}

function survivesPrinting({ expr }: Case): boolean {
  const tree = read1(expr);
  if (tree === undefined) return false;
  const again = read1(print(tree));
  return again !== undefined && isDeepStrictEqual(withoutSpans(again), withoutSpans(tree));
}

/** The tree of an expression that is accepted. */
function read1(expr: string): Expr | undefined {
  const { expr: tree, errors } = parse(expr, { variables: false });
  return errors.length === 0 ? tree : undefined;
}

function withoutSpans(tree: Expr): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : number(value))),
  );
}

/** JSON has no `Infinity`, `NaN` and `-0`. */
function number(value: unknown): unknown {
  return typeof value === 'number' ? `${Object.is(value, -0) ? '-' : ''}${value}` : value;
}
