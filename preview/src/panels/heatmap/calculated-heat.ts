import { FieldType, rangeUtil } from '@grafana/data';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import type { Heat, HeatCell } from './heat.ts';

interface Sample {
  readonly time: number;
  readonly value: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ROUND_TIMES = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR),
];

/** Counts the values of all series: in how many samples of a while the value was within a step. */
export function calculatedHeat(props: PanelProps): Omit<Heat, 'least' | 'most'> | undefined {
  const samples = samplesOf(props);
  if (samples.length === 0) return undefined;
  const values = samples.map(({ value }) => value);
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const { from, to } = props.timeRange;
  const { xBuckets, yBuckets } = recordOf(props.options['calculation']);
  const wide = sizeOf(xBuckets, to.valueOf() - from.valueOf(), samples.length, true);
  const high = sizeOf(yBuckets, most - least || 1, samples.length, false);
  const cells = new Map<string, { readonly cell: HeatCell; count: number }>();
  for (const { time, value } of samples) {
    const start = Math.floor(time / wide) * wide;
    const bottom = Math.floor(value / high + 1e-9) * high;
    const key = `${start} ${bottom}`;
    const cell = { from: start, to: start + wide, yFrom: bottom, yTo: bottom + high, count: 0 };
    const found = cells.get(key) ?? { cell, count: 0 };
    found.count += 1;
    cells.set(key, found);
  }
  const counted = [...cells.values()].map(({ cell, count }) => ({ ...cell, count }));
  return {
    cells: counted,
    yMin: counted.reduce((min, { yFrom }) => Math.min(min, yFrom), Number.POSITIVE_INFINITY),
    yMax: counted.reduce((max, { yTo }) => Math.max(max, yTo), Number.NEGATIVE_INFINITY),
  };
}

function samplesOf({ frames }: PanelProps): Sample[] {
  return frames.flatMap(({ fields }) => {
    const times = fields.find(({ type }) => type === FieldType.time)?.values ?? [];
    return fields
      .filter(({ type }) => type === FieldType.number)
      .flatMap(({ values }) =>
        values.flatMap((value, index): Sample[] => {
          const time = numberOf(times[index]);
          const number = numberOf(value);
          return time === undefined || number === undefined ? [] : [{ time, value: number }];
        }),
      );
  });
}

/** A size that is asked for, or a round one that gives about as many as are asked for. */
function sizeOf(asked: unknown, range: number, samples: number, isTime: boolean): number {
  const { mode, value } = recordOf(asked);
  const text = textOf(value);
  if (mode === 'size' && text !== '') {
    const size = isTime ? timeOf(text) : Number(text);
    if (size > 0) return size;
  }
  const count = mode === 'count' && Number(text) > 0 ? Number(text) : Math.sqrt(samples);
  const size = range / Math.min(Math.max(count, 5), isTime ? 60 : 20);
  return isTime ? (ROUND_TIMES.find((round) => round >= size) ?? size) : roundNumber(size);
}

function timeOf(duration: string): number {
  return /^\d+(ms|[smhdwMy])$/.test(duration) ? rangeUtil.intervalToMs(duration) : Number(duration);
}

function roundNumber(size: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(size));
  return (
    ([1, 2, 2.5, 5].find((factor) => factor * magnitude >= size * (1 - 1e-9)) ?? 10) * magnitude
  );
}
