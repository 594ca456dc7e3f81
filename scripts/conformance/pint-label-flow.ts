import { type Branch, stateOf } from '../../lib/promql/infer/branch.ts';
import { OPEN_ENV } from '../../lib/promql/infer/env.ts';
import { inferAll } from '../../lib/promql/infer/infer.ts';
import type { Info } from '../../lib/promql/infer/info.ts';
import { parse } from '../../lib/promql/parser.ts';
import { readCases } from './read-cases.ts';

interface PintCase {
  readonly expr: string;
  readonly sources: readonly PintSource[];
}

interface PintSource {
  readonly fixed: boolean;
  readonly guaranteed: readonly string[];
  readonly possible: readonly string[];
  readonly excluded: readonly string[];
  readonly dead: string | null;
}

/** Where the engine is on our side: a pattern of the expression, one of the difference, and what the engine does. */
const REASONS: readonly (readonly [expr: RegExp, difference: RegExp, reason: string])[] = [
  [
    /group_(left|right)/,
    /possible there, guaranteed here/,
    'the side that gives the label has a matcher for it',
  ],
  [
    /group_(left|right)/,
    /guaranteed there, possible here/,
    'a label that is taken over is removed where the other side does not have it',
  ],
  [
    /group_(left|right)|\bon\b/,
    /possible there, impossible here/,
    'the other side is an aggregation without the label: it matches, and gives, only what lacks it',
  ],
  [/\bgroup\(/, /dead only there/, 'the value of `group` is 1'],
  [
    /(sum|avg|min|max|count)\b.*\bor vector\(/s,
    /dead only there/,
    'series without the labels fall into one group with the constant, so its value is not known',
  ],
  [
    /(sum|avg|min|max|count)\b.*\bor vector\(/s,
    /branches there/,
    'without `by` an aggregation makes one series of both sides',
  ],
  [/^vector\(\d\) or /, /dead only there/, 'series with labels are not among those of `vector`'],
  [
    /label_(replace|join)/,
    /guaranteed there/,
    'the label is made from one that may be absent, or is',
  ],
  [
    /histogram_(quantile|fraction)/,
    /le is possible there/,
    'the buckets become one series without `le`',
  ],
  [
    /limit_ratio|limitk|topk|bottomk/,
    /impossible there/,
    'it selects series and keeps their labels',
  ],
];

/** Prints the agreement with pint's view of labels, and every difference with its reason. */
export function reportPintLabelFlow(folder: string): void {
  const cases = readCases<PintCase>(folder, 'pint-labelflow');
  const differences = cases.flatMap(({ expr, sources }): [string, readonly string[]][] => {
    const tree = parse(expr).expr;
    const found = tree ? differencesFrom(inferAll(tree, OPEN_ENV).of(tree), sources) : [];
    return found.length === 0 ? [] : [[expr.replace(/\s+/g, ' ').trim(), found]];
  });
  const unexplained = differences.filter(([expr, found]) => reasonsOf(expr, found) === undefined);
  const meant = differences.length - unexplained.length;
  process.stdout.write(
    `pint's labels: ${cases.length - differences.length} of ${cases.length} agree; ${meant} differ on purpose, ${unexplained.length} do not\n`,
  );
  for (const [expr, found] of differences) {
    const reasons = reasonsOf(expr, found);
    const why = reasons === undefined ? 'NOT EXPLAINED' : `on purpose: ${reasons.join('; ')}`;
    process.stdout.write(`    ${expr}: ${found.join('; ')}\n        ${why}\n`);
  }
}

/** A reason for each difference; `undefined` where one has none. */
function reasonsOf(expr: string, found: readonly string[]): readonly string[] | undefined {
  const reasons = found.map(
    (each) => REASONS.find(([pattern, what]) => pattern.test(expr) && what.test(each))?.[2],
  );
  const known = reasons.filter((reason) => reason !== undefined);
  return known.length < found.length ? undefined : [...new Set(known)];
}

function differencesFrom(info: Info, sources: readonly PintSource[]): readonly string[] {
  const ours = info.type === 'scalar' || info.type === 'string' ? [] : info.branches;
  const theirs = info.type === 'scalar' || info.type === 'string' ? [] : sources;
  const found: string[] = [];
  if (ours.length !== theirs.length)
    found.push(`${theirs.length} branches there, ${ours.length} here`);
  for (const [at, branch] of ours.entries()) {
    const source = theirs[at];
    if (source === undefined) continue;
    if (source.fixed !== (branch.closed !== undefined)) found.push(`closed: ${source.fixed} there`);
    if ((source.dead !== null) !== (branch.dead !== undefined)) {
      found.push(source.dead === null ? `dead only here: ${branch.dead?.code}` : 'dead only there');
    }
    found.push(...labelDifferences(branch, source));
  }
  return found;
}

function labelDifferences(branch: Branch, source: PintSource): readonly string[] {
  const names = new Set([
    ...source.guaranteed,
    ...source.possible,
    ...source.excluded,
    ...branch.labels.keys(),
  ]);
  names.delete('__name__');
  return [...names].flatMap((label) => {
    const there = source.guaranteed.includes(label)
      ? 'guaranteed'
      : source.excluded.includes(label) || (source.fixed && !source.possible.includes(label))
        ? 'impossible'
        : 'possible';
    const here = stateOf(branch, label).presence;
    return here === there ? [] : [`${label} is ${there} there, ${here} here`];
  });
}
