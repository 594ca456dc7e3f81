import type { TimeSpan } from '../protocol.ts';
import { momentOf } from './date-math.ts';
import type { ReadPanel } from './read-dashboard.ts';

/**
 * The time that is looked at.
 *
 * @param now seconds since 1970
 * @returns `undefined` for texts that are no moments
 */
export function spanOf(from: string, to: string, now: number): TimeSpan | undefined {
  const start = momentOf(from, now * 1000, 'start');
  const end = momentOf(to, now * 1000, 'end');
  return start === undefined || end === undefined || start >= end
    ? undefined
    : { from: start, to: end };
}

/** The time that a panel looks at: its own length, and moved back. What it cannot mean is left out, as Grafana does. */
export function panelSpan(
  { timeFrom, timeShift }: Pick<ReadPanel, 'timeFrom' | 'timeShift'>,
  shown: TimeSpan,
  now: number,
): TimeSpan {
  const own = timeFrom === undefined ? undefined : spanOf(`now-${timeFrom}`, 'now', now);
  const { from, to } = own ?? shown;
  if (timeShift === undefined) return { from, to };
  const back = (time: number) => momentOf(`now-${timeShift}`, time, 'start');
  const [start, end] = [back(from), back(to)];
  return start === undefined || end === undefined ? { from, to } : { from: start, to: end };
}
