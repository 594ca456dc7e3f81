import { parseTemplate, valueUses } from '../../../gotemplate/index.ts';
import { type Alert, systemEnv } from '../../../model/index.ts';
import {
  type Binary,
  type Expr,
  infer,
  print,
  rangeOf,
  type Selector,
  walk,
} from '../../../promql/index.ts';
import { comparisonOf, numberOf } from '../conditions.ts';
import type { Subject } from '../subject.ts';
import type { Question } from './question.ts';

/**
 * `rate` is `increase` by a constant above 0, and of values that are not negative sum, mean and maximum are 0 together:
 * where only the sign of the result is asked for, they are the same.
 */
export function onlySignCounts({ mutation, above, rule, subject }: Question): string | undefined {
  const { from, by } = mutation;
  const isSame = isRateForIncrease(from, by) || isOtherTotal(from, by, subject);
  if (!isSame || rule.kind !== 'alert') return undefined;
  for (const [index, node] of above.entries()) {
    if (node.kind === 'binary' && comparesToZero(node)) {
      const outer = above.slice(index + 1);
      return isComputedWith(outer) || isShown(node, outer, rule)
        ? undefined
        : 'the result has the same sign, and nothing else is asked or shown';
    }
    if (!keepsSign(node, above[index - 1] ?? from)) return undefined;
  }
  return undefined;
}

/** A comparison returns the value that it let pass: only at the top of a rule is that not computed with. */
function isComputedWith(above: readonly Expr[]): boolean {
  return above.some(
    (node) =>
      node.kind !== 'paren' &&
      !(node.kind === 'binary' && ['and', 'or', 'unless'].includes(node.op)),
  );
}

/** Whether a text shows the value of the comparison: on the right of `and` and `unless` it is dropped. */
function isShown(comparison: Expr, above: readonly Expr[], rule: Alert): boolean {
  let below = comparison;
  for (const node of above) {
    const drops = node.kind === 'binary' && (node.op === 'and' || node.op === 'unless');
    if (drops && node.right === below) return false;
    below = node;
  }
  return [rule.summary, rule.description].some(
    (text) => valueUses(parseTemplate(text, 'prometheus').tree).length > 0,
  );
}

const TOTALS = new Set(['sum', 'avg', 'max']);

function isOtherTotal(from: Expr, by: Expr, subject: Subject): boolean {
  return (
    from.kind === 'aggregate' &&
    by.kind === 'aggregate' &&
    TOTALS.has(from.op) &&
    TOTALS.has(by.op) &&
    from.grouping === by.grouping &&
    isPositive(from.of, subject)
  );
}

/** Whether no value is negative, as far as the catalog and the rules tell. */
function isPositive(expr: Expr, subject: Subject): boolean {
  const inside = (of: Expr) => isPositive(of, subject);
  if (rangeOf(infer(expr, systemEnv(subject.system))).min >= 0) return true;
  switch (expr.kind) {
    case 'paren':
    case 'aggregate':
      return inside(expr.of);
    case 'selector': {
      const rules = subject.test.recordings.filter(({ rule }) => rule.name === expr.name);
      return rules.length > 0 && rules.every(({ rule }) => inside(rule.node));
    }
    case 'number':
      return expr.value >= 0;
    case 'binary':
      if (expr.op === 'unless' || expr.op === 'and') return inside(expr.left);
      return ['or', '+', '*', '/'].includes(expr.op) && inside(expr.left) && inside(expr.right);
    default:
      return false;
  }
}

function isRateForIncrease(from: Expr, by: Expr): boolean {
  const names = [from, by].map((node) => (node.kind === 'call' ? node.func : ''));
  return names.includes('rate') && names.includes('increase');
}

function comparesToZero(node: Binary): boolean {
  const comparison = comparisonOf(node);
  return typeof comparison !== 'string' && comparison.threshold === 0;
}

/** Whether a positive factor below stays one above. */
function keepsSign(node: Expr, below: Expr | undefined): boolean {
  if (node.kind === 'paren') return true;
  if (node.kind === 'aggregate') return ['sum', 'avg', 'min', 'max'].includes(node.op);
  return node.kind === 'binary' && node.op === 'or' && node.left === below && isNothing(node.right);
}

/** `vector(0)`, or anything times 0. */
function isNothing(expr: Expr): boolean {
  if (expr.kind === 'paren') return isNothing(expr.of);
  if (expr.kind === 'call' && expr.func === 'vector') {
    return expr.args[0] !== undefined && numberOf(expr.args[0]) === 0;
  }
  return expr.kind === 'binary' && expr.op === '*' && isTimesZero(expr);
}

function isTimesZero({ left, right }: Binary): boolean {
  return numberOf(left) === 0 || numberOf(right) === 0;
}

/** A quantile depends on the shares of the buckets, not on their size: a factor that all of them have is nothing. */
export function quantileOfShares({ mutation, above }: Question): string | undefined {
  const { from, by, kind } = mutation;
  const [first, second] = above;
  const isQuantile = (node: Expr | undefined) =>
    node?.kind === 'call' && node.func === 'histogram_quantile';
  if (isRateForIncrease(from, by)) {
    const isSum = first?.kind === 'aggregate' && (first.op === 'sum' || first.op === 'avg');
    return isQuantile(first) || (isSum && isQuantile(second))
      ? 'a quantile is that of the shares, which a factor for all buckets does not change'
      : undefined;
  }
  const averages =
    kind === 'aggregation' &&
    from.kind === 'aggregate' &&
    by.kind === 'aggregate' &&
    from.op === 'sum' &&
    by.op === 'avg';
  return averages && isQuantile(first)
    ? 'every series of a histogram has the same buckets: the average is the sum by a constant'
    : undefined;
}

/** What is multiplied by 0 is there for its labels: how it is computed does not show. */
export function timesNothing({ mutation, above }: Question): string | undefined {
  const { kind, from } = mutation;
  if (kind !== 'aggregation' && !(kind === 'function' && from.kind === 'call')) return undefined;
  for (const node of above) {
    if (node.kind === 'binary') {
      return node.op === '*' && isTimesZero(node)
        ? 'the value is multiplied by 0, and the labels are the same'
        : undefined;
    }
    if (node.kind !== 'aggregate' && node.kind !== 'paren') return undefined;
  }
  return undefined;
}

/** A fallback to 0 in a numerator, under a comparison that 0 does not pass either. */
export function fallbackIsQuiet({ mutation, above }: Question): string | undefined {
  const { kind, from, by } = mutation;
  if (kind !== 'or' || from.kind !== 'binary' || by !== from.left || !isNothing(from.right)) {
    return undefined;
  }
  let below: Expr = from;
  for (const node of above) {
    if (node.kind === 'binary') {
      const comparison = comparisonOf(node);
      if (typeof comparison !== 'string') {
        const { op, threshold } = comparison;
        const isQuiet = (op === '>' && threshold >= 0) || (op === '>=' && threshold > 0);
        return isQuiet ? `0 is not \`${op} ${threshold}\` either` : undefined;
      }
      if (node.op !== '/' || node.left !== below) return undefined;
    } else if (node.kind !== 'paren') return undefined;
    below = node;
  }
  return undefined;
}

/**
 * `x / (y > 0)` with `>= 0`: at 0 it is 0/0 where `x` is a part of `y`, and NaN passes no comparison.
 */
export function guardedZero({ mutation, above, subject }: Question): string | undefined {
  const { kind, from } = mutation;
  if (kind !== 'comparison loosened' || from.kind !== 'binary' || from.op !== '>') return undefined;
  if (!comparesToZero(from)) return undefined;
  const [division, comparison] = above.filter(({ kind: k }) => k !== 'paren');
  if (division?.kind !== 'binary' || division.op !== '/') return undefined;
  if (comparison?.kind !== 'binary' || typeof comparisonOf(comparison) === 'string')
    return undefined;
  if (comparison.op === '!=' || comparison.bool) return undefined;
  return isPartOf(bare(division.left), from.left, (expr) => isPositive(expr, subject))
    ? 'where the whole is 0 its part is 0 too, and 0/0 passes no comparison'
    : undefined;
}

function bare(expr: Expr): Expr {
  return expr.kind === 'paren' ? bare(expr.of) : expr;
}

/** Whether `part` is 0 wherever `whole` is: a term of it, the same sum over fewer series, or the sum of a count. */
function isPartOf(part: Expr, whole: Expr, neverNegative: (expr: Expr) => boolean): boolean {
  const of = bare(part);
  const all = bare(whole);
  if (of.kind === 'binary' && of.op === 'or' && isNothing(of.right)) {
    return isPartOf(of.left, all, neverNegative);
  }
  if (all.kind === 'binary' && all.op === '+') {
    const terms = [all.left, all.right];
    return terms.every(neverNegative) && terms.some((term) => isPartOf(of, term, neverNegative));
  }
  const [narrow, wide] = [selectorsIn(of), selectorsIn(all)];
  const [part1, whole1] = [narrow[0], wide[0]];
  if (narrow.length !== 1 || wide.length !== 1 || !part1 || !whole1) return false;
  // The same computation over another selector.
  const shape = (expr: Expr, selector: Selector) => print(expr).replace(print(selector), '…');
  if (shape(of, part1) !== shape(all, whole1)) return false;
  if (!neverNegative(all) || !walk(all).every(isZeroTogether)) return false;
  const isSum = part1.name === whole1.name?.replace(/_count$/, '_sum');
  return (
    (part1.name === whole1.name || isSum) &&
    whole1.matchers.every((matcher) =>
      part1.matchers.some(({ label, op, value }) => {
        return label === matcher.label && op === matcher.op && value === matcher.value;
      }),
    )
  );
}

/** Of values that are not negative: whether it is 0 only where each of them is. */
function isZeroTogether(node: Expr): boolean {
  return node.kind !== 'aggregate' || TOTALS.has(node.op);
}

function selectorsIn(expr: Expr): readonly Selector[] {
  return walk(expr).filter((node) => node.kind === 'selector');
}
