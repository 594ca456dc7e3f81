import type { Duration } from '../catalog/index.ts';
import type { Samples } from '../model/index.ts';

/**
 * The values of a series in promtool's notation, from the start to `until`, both included.
 *
 * @example
 * sampleValues(constant(0).lasting('3m').then(rising(0.5)), Duration.minutes(1), Duration.minutes(6)) // 0x2 0+30x3
 */
export function sampleValues(samples: Samples, interval: Duration, until: Duration): string {
  const total = Math.floor(until.milliseconds / interval.milliseconds) + 1;
  const words: string[] = [];
  let written = 0;
  for (const { segment, length } of samples.parts) {
    const left = total - written;
    if (left <= 0) break;
    const count =
      length === undefined
        ? left
        : Math.min(left, Math.round(length.milliseconds / interval.milliseconds));
    if (count === 0) continue;
    words.push(wordOf(segment, count, interval));
    written += count;
  }
  if (written < total) words.push(gap(total - written));
  return words.join(' ');
}

type Segment = Samples['parts'][number]['segment'];

function wordOf(segment: Segment, count: number, interval: Duration): string {
  switch (segment.kind) {
    case 'missing':
      return gap(count);
    case 'stale':
      return count === 1 ? 'stale' : `stale ${gap(count - 1)}`;
    case 'values':
      return run(segment.start, segment.perSecond * interval.inSeconds, count);
    case 'stairs':
      return stairs(segment, count, interval);
  }
}

/** One word a step. */
function stairs(
  { start, by, every, since }: Extract<Segment, { kind: 'stairs' }>,
  count: number,
  interval: Duration,
): string {
  const levels = Array.from({ length: count }, (_, index) =>
    Math.floor((since + index * interval.milliseconds) / every.milliseconds),
  );
  const words: string[] = [];
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && levels[to] === levels[from]) to++;
    words.push(run(start + by * (levels[from] ?? 0), 0, to - from));
  }
  return words.join(' ');
}

function gap(count: number): string {
  return count === 1 ? '_' : `_x${count}`;
}

/** `axn` and `a+bxn` are n + 1 values; promtool counts them from 0. */
function run(start: number, step: number, count: number): string {
  if (!Number.isFinite(start)) return Array<string>(count).fill(notFinite(start)).join(' ');
  if (count === 1) return decimal(start);
  if (step === 0) return `${decimal(start)}x${count - 1}`;
  return `${decimal(start)}${step < 0 ? '-' : '+'}${decimal(Math.abs(step))}x${count - 1}`;
}

function notFinite(value: number): string {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : '-Inf';
}

/** 0.57 a second is 34.2 a minute, not 34.199999999999996; a third stays as exact as it can be. */
function decimal(value: number): string {
  const exact = String(value);
  const rounded = String(Number(value.toPrecision(15)));
  return rounded.length < exact.length - 5 ? rounded : exact;
}
