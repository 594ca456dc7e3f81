import { type DataFrame, DataFrameType } from '@grafana/data';

import { numberOf, recordOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import { bucketHeat } from './bucket-heat.ts';
import { calculatedHeat } from './calculated-heat.ts';

/** Counts by time and by value. */
export interface Heat {
  readonly cells: readonly HeatCell[];
  /** Of the axis: of buckets with names each is 1 high. */
  readonly yMin: number;
  readonly yMax: number;
  /** Absent: values are on a scale of numbers. */
  readonly buckets?: readonly Bucket[];
  readonly least: number;
  readonly most: number;
}

export interface HeatCell {
  readonly from: number;
  readonly to: number;
  readonly yFrom: number;
  readonly yTo: number;
  readonly count: number;
}

/** The names of its bounds as the axis writes them; empty where it has none. */
export interface Bucket {
  readonly name: string;
  readonly lower: string;
  readonly upper: string;
}

/** @returns nothing where nothing was counted */
export function heatOf(props: PanelProps): Heat | undefined {
  const found = props.options['calculate'] === true ? calculatedHeat(props) : bucketsOf(props);
  if (found === undefined || found.cells.length === 0) return undefined;
  const { le = 1e-9, ge = Number.POSITIVE_INFINITY } = filterOf(props.options['filterValues']);
  const cells = found.cells.filter(({ count }) => count > le && count < ge);
  const counts = cells.map(({ count }) => count);
  return {
    ...found,
    cells,
    least: counts.reduce((least, count) => Math.min(least, count), counts[0] ?? 0),
    most: counts.reduce((most, count) => Math.max(most, count), 0),
  };
}

function bucketsOf(props: PanelProps) {
  const frame = props.frames.find(isRows) ?? props.frames[0];
  return frame === undefined ? undefined : bucketHeat(frame, props);
}

function isRows({ meta }: DataFrame): boolean {
  return meta?.type === DataFrameType.HeatmapRows;
}

function filterOf(filter: unknown): { le?: number; ge?: number } {
  const le = numberOf(recordOf(filter)['le']);
  const ge = numberOf(recordOf(filter)['ge']);
  return { ...(le !== undefined && { le }), ...(ge !== undefined && { ge }) };
}
