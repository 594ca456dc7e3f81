import { any, type Metric } from '../../../catalog/index.ts';
import { systemEnv } from '../../../model/index.ts';
import {
  type Expr,
  infer,
  type Matcher,
  rangeOf,
  regexMatches,
  type Selector,
} from '../../../promql/index.ts';
import { comparisonOf } from '../conditions.ts';
import { metricsOf } from '../metrics-of.ts';
import { HOLDS, type Side } from '../verdicts.ts';
import type { Question } from './question.ts';

/** A matcher that is dropped, and every series that the catalog declares passes it. */
export function everyValueMatches({ mutation, subject }: Question): string | undefined {
  const { kind, from, by } = mutation;
  if (kind !== 'matcher dropped' || from.kind !== 'selector' || by.kind !== 'selector') {
    return undefined;
  }
  const dropped = from.matchers.find((each) => !by.matchers.includes(each));
  const metrics = metricsOf(from, subject.system.metrics);
  if (dropped === undefined || metrics.length === 0) return undefined;
  const isConstant = metrics.every(({ labels }) => {
    const values = labels[dropped.label];
    return values !== undefined && values !== any && values.every((v) => matches(dropped, v));
  });
  return isConstant
    ? `every declared series of \`${from.name ?? ''}\` has such a \`${dropped.label}\``
    : undefined;
}

/** A comparison that decides otherwise only for values that cannot be. */
export function valueOutOfRange({ mutation, subject }: Question): string | undefined {
  const { kind, from, by } = mutation;
  if (kind !== 'comparison loosened' || from.kind !== 'binary' || by.kind !== 'binary') {
    return undefined;
  }
  const [before, after] = [comparisonOf(from), comparisonOf(by)];
  if (typeof before === 'string' || typeof after === 'string') return undefined;
  const { threshold, value } = before;
  const { min, max } = rangeOf(infer(value, systemEnv(subject.system)));
  const possible: Readonly<Record<Side, boolean>> = {
    below: min < threshold,
    at: min <= threshold && threshold <= max,
    above: max > threshold,
  };
  const differ = SIDES.filter((side) => HOLDS[before.op][side] !== HOLDS[after.op][side]);
  return differ.some((side) => possible[side])
    ? undefined
    : `no value is ${differ.join(' or ')} ${threshold}`;
}

const SIDES: readonly Side[] = ['below', 'at', 'above'];

const OF_ONE = new Set(['sum', 'avg', 'min', 'max']);

/** An aggregation by another operator, over groups of one series each. */
export function oneSeriesInGroup({ mutation, subject }: Question): string | undefined {
  const { kind, from, by } = mutation;
  if (kind !== 'aggregation' || from.kind !== 'aggregate' || by.kind !== 'aggregate') {
    return undefined;
  }
  if (!OF_ONE.has(from.op) || !OF_ONE.has(by.op) || from.grouping?.kind !== 'by') return undefined;
  const selector = selectorIn(from.of);
  const metrics = selector === undefined ? [] : metricsOf(selector, subject.system.metrics);
  const [metric] = metrics;
  if (selector === undefined || metric === undefined || metrics.length > 1) return undefined;
  const { labels: kept } = from.grouping;
  const varies = Object.entries(labelsOf(metric, selector)).filter(
    ([label, values]) =>
      !kept.includes(label) &&
      (values === any || values.length > 1) &&
      !selector.matchers.some((m) => m.label === label && m.op === '='),
  );
  return varies.length === 0
    ? `\`${metric.name}\` has one series for each \`${kept.join('`, `')}\``
    : undefined;
}

/** The one selector of an expression that keeps every series apart. */
function selectorIn(expr: Expr): Selector | undefined {
  switch (expr.kind) {
    case 'selector':
      return expr;
    case 'matrix':
    case 'paren':
    case 'unary':
      return selectorIn(expr.of);
    case 'call': {
      const [only, ...more] = expr.args;
      return only === undefined || more.length > 0 ? undefined : selectorIn(only);
    }
    default:
      return undefined;
  }
}

function labelsOf({ labels, kind }: Metric, { name }: Selector): Metric['labels'] {
  return kind === 'histogram' && name?.endsWith('_bucket') === true
    ? { ...labels, le: any }
    : labels;
}

function matches({ op, value }: Matcher, actual: string): boolean {
  switch (op) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
      return regexMatches(value, actual);
    case '!~':
      return !regexMatches(value, actual);
  }
}
