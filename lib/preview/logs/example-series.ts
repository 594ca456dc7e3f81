import type { LogqlExpr, RangeAggregation } from '../../logql/index.ts';
import { fraction } from './fraction.ts';
import { lineNeeds } from './line-needs.ts';

export interface ExampleSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** @param time seconds since 1970 */
  readonly at: (time: number) => number;
}

/** Of labels that a query groups by and says nothing else about. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  level: ['info', 'warn', 'error'],
  detected_level: ['info', 'warn', 'error'],
  status: ['200', '404', '500'],
  method: ['GET', 'POST'],
};

/** Series such as a query that counts lines would return. */
export function exampleSeries(expr: LogqlExpr, seed: string): readonly ExampleSeries[] {
  switch (expr.kind) {
    case 'range-aggregation':
      return counted(expr, namesOf(expr.grouping), seed);
    case 'vector-aggregation': {
      const names = namesOf(expr.grouping);
      const inner = expr.of.kind === 'range-aggregation' ? expr.of : undefined;
      return inner === undefined ? exampleSeries(expr.of, seed) : counted(inner, names, seed);
    }
    case 'binary': {
      const { left, right } = expr;
      return exampleSeries(left.kind === 'number' ? right : left, seed);
    }
    case 'label-replace':
      return exampleSeries(expr.of, seed);
    case 'logs':
    case 'number':
    case 'vector':
    case 'variable':
      return [];
  }
}

function namesOf(grouping: RangeAggregation['grouping']): readonly string[] {
  return grouping?.kind === 'by' ? grouping.labels.map(({ name }) => name) : [];
}

/** A series for each combination of the labels that remain. */
function counted(
  { op, of }: RangeAggregation,
  names: readonly string[],
  seed: string,
): readonly ExampleSeries[] {
  const needs = lineNeeds(of);
  const isCount = op === 'count_over_time' || op === 'bytes_over_time';
  return combinations(names, (name) => {
    const told = needs.labels.get(name) ?? needs.fields.get(name);
    return told ?? USUAL[name] ?? [`${name}-1`, `${name}-2`];
  }).map((labels) => {
    const own = JSON.stringify([seed, labels]);
    const height = 2 + 60 * fraction(own) ** 3;
    return {
      labels,
      at: (time) => {
        const wave = 1 + 0.3 * Math.sin((2 * Math.PI * time) / 14_400 + 6 * fraction(own, 'phase'));
        const value = height * wave * (0.8 + 0.4 * fraction(own, time));
        return isCount ? Math.round(value) : Number((value / 60).toPrecision(4));
      },
    };
  });
}

function combinations(
  names: readonly string[],
  valuesOf: (name: string) => readonly string[],
): readonly Readonly<Record<string, string>>[] {
  return names.reduce<readonly Readonly<Record<string, string>>[]>(
    (sets, name) =>
      sets.flatMap((set) => valuesOf(name).map((value) => ({ ...set, [name]: value }))),
    [{}],
  );
}
