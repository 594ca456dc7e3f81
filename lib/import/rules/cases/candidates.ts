import { type Expr, walk } from '../../../promql/index.ts';
import { evaluate } from './evaluate.ts';
import type { Slot } from './slots.ts';
import { type SteadySeries, Unsteady } from './steady-world.ts';

/** What one slot may be: the series that it stands for; none where the series is missing. */
export type Candidate = readonly SteadySeries[];

/**
 * The numbers that an expression compares with, and others around them.
 *
 * @param seconds when it is evaluated: what compares `time()` needs values near it
 */
export function candidateValues(expr: Expr, seconds: number): readonly number[] {
  const constants = constantsIn(expr).slice(0, 8);
  const around = constants.flatMap((c) => [c * 2, c / 2, c, c + 1, c - 1, seconds - 2 * c]);
  const usual = [1, 0, 2, 100, 0.5, 10, 1000, 1e6, -1, 1e9];
  return [...new Set([...usual, ...around].map(nice))].filter(Number.isFinite);
}

export function candidatesOf(slot: Slot, values: readonly number[]): readonly Candidate[] {
  if (slot.buckets) return [...bucketCandidates(slot, values), []];
  const possible = slot.counts ? values.filter((value) => value >= 0) : values;
  const level = possible.map((value): Candidate => [seriesOf(slot, value)]);
  return [...level, ...(slot.slopes && !slot.counts ? slopes(slot) : []), []];
}

function slopes({ name, labels }: Slot): readonly Candidate[] {
  return [-1, 1, -100, 100].map((perSecond) => [{ name, labels, start: 1e6, perSecond }]);
}

function seriesOf({ name, labels, counts }: Slot, value: number): SteadySeries {
  return counts
    ? { name, labels, start: 0, perSecond: value }
    : { name, labels, start: value, perSecond: 0 };
}

/** All observations in one of the buckets around each number. */
function bucketCandidates({ name, labels }: Slot, values: readonly number[]): readonly Candidate[] {
  const positive = values.filter((value) => value > 0);
  return positive.flatMap((bound) => {
    const bounds = [nice(bound / 2), bound, nice(bound * 2)];
    return [2, 0].map((first): Candidate =>
      [...bounds.map(String), '+Inf'].map((le, index) => ({
        name,
        labels: { ...labels, le },
        start: 0,
        perSecond: index >= first ? 1 : 0,
      })),
    );
  });
}

/** Numbers, and what is computed of numbers only. */
function constantsIn(expr: Expr): readonly number[] {
  return [
    ...new Set(
      walk(expr).flatMap((node) => {
        const isConstant =
          node.kind === 'number' || node.kind === 'binary' || node.kind === 'unary';
        if (!isConstant || walk(node).some(({ kind }) => kind === 'selector' || kind === 'call'))
          return [];
        try {
          const value = evaluate(node, [], 0);
          return value.kind === 'scalar' ? [value.value] : [];
        } catch (error) {
          if (error instanceof Unsteady) return [];
          throw error;
        }
      }),
    ),
  ];
}

/** With few digits, so that people can read it and nothing is lost when it is written down. */
function nice(value: number): number {
  return Number(value.toPrecision(6));
}
