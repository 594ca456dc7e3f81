import { type Expr, print, valueType } from '../../promql/index.ts';
import type { Condition } from './conditions.ts';
import type { Sample } from './promtool-output.ts';
import type { Subject } from './subject.ts';

/**
 * The value that decides: where the alert has to hold for some time, its least one in that time, or the greatest where
 * it has to be low.
 */
export function valueProbe({ alert, test }: Subject, condition: Condition): string {
  const value = vectorText(condition.value);
  if (alert.for === undefined || alert.for.milliseconds === 0) return value;
  const isHigh = condition.op.startsWith('>') !== condition.inverted;
  const over = isHigh || condition.op === '==' ? 'min_over_time' : 'max_over_time';
  return `${over}((${value})[${String(alert.for)}:${String(test.interval)}])`;
}

function vectorText(value: Expr): string {
  return valueType(value) === 'scalar' ? `vector(${print(value)})` : print(value);
}

/** Of several series the one that crosses the threshold first. */
export function extremeOf(
  samples: readonly Sample[],
  { op, threshold }: Condition,
): number | undefined {
  const values = samples.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return undefined;
  if (op === '==' || op === '!=') {
    const distance = (value: number) => Math.abs(value - threshold);
    return values.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  }
  return op.startsWith('<') ? Math.min(...values) : Math.max(...values);
}
