import {
  type DataFrame,
  type Field,
  FieldType,
  formattedValueToString,
  getFieldColorModeForField,
  getFieldDisplayName,
  getFieldSeriesColor,
  outerJoinDataFrames,
} from '@grafana/data';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';

/** Bars by category. */
export interface Bars {
  readonly categories: readonly string[];
  readonly series: readonly BarSeries[];
  readonly stacking: 'none' | 'normal' | 'percent';
}

export interface BarSeries {
  readonly name: string;
  readonly field: Field;
  readonly color: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly category: number;
  /** Of the axis: where it begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly text: string;
}

/** @returns nothing where there are no categories, or no numbers to them */
export function barsOf(props: PanelProps): Bars | undefined {
  const { options, theme } = props;
  const frame = frameOf(props.frames);
  const categories = frame && categoryField(frame, textOf(options['xField']));
  if (frame === undefined || categories === undefined || frame.length === 0) return undefined;
  const colorBy = frame.fields.find(
    (field) => textOf(options['colorByField']) === getFieldDisplayName(field, frame),
  );
  const fields = frame.fields.filter(
    (field) => field.type === FieldType.number && field !== categories && !isHidden(field),
  );
  if (fields.length === 0) return undefined;
  const stacking =
    options['stacking'] === 'normal' || options['stacking'] === 'percent'
      ? options['stacking']
      : 'none';
  const spans = stackedSpans(fields, frame.length, stacking);
  return {
    categories: categories.values.map((value) => written(categories, value)),
    series: fields.map((field, index) => {
      // Of a palette the first one takes the first colour, whatever fields are before it.
      const state = { ...field.state, seriesIndex: index };
      const color = getFieldSeriesColor({ ...field, state }, theme).color;
      const byValue = getFieldColorModeForField(field).isByValue === true;
      return {
        name: getFieldDisplayName(field, frame),
        field,
        color,
        bars: (spans[index] ?? []).map((span) => {
          const value = field.values[span.category] as unknown;
          const colored = colorBy ?? (byValue ? field : undefined);
          return {
            ...span,
            color: colored?.display?.(colored.values[span.category]).color ?? color,
            text:
              stacking === 'percent'
                ? `${((span.to - span.from) * 100).toFixed(0)}%`
                : written(field, value),
          };
        }),
      };
    }),
    stacking,
  };
}

function frameOf(frames: DataFrame[]): DataFrame | undefined {
  return frames.length > 1 ? outerJoinDataFrames({ frames }) : frames[0];
}

function categoryField(frame: DataFrame, asked: string): Field | undefined {
  return (
    frame.fields.find((field) => asked !== '' && getFieldDisplayName(field, frame) === asked) ??
    frame.fields.find(({ name }) => asked !== '' && name === asked) ??
    frame.fields.find(({ type }) => type === FieldType.string) ??
    frame.fields.find(({ type }) => type === FieldType.time)
  );
}

function isHidden({ config }: Field): boolean {
  return recordOf(recordOf(config.custom)['hideFrom'])['viz'] === true;
}

function written({ display }: Field, value: unknown): string {
  return display === undefined ? textOf(value) : formattedValueToString(display(value));
}

type Span = Pick<Bar, 'category' | 'from' | 'to'>;

/** What is negative is stacked downwards. */
function stackedSpans(fields: readonly Field[], length: number, stacking: string): Span[][] {
  const numbers = fields.map(({ values }) =>
    Array.from({ length }, (_, index) => numberOf(values[index])),
  );
  const ups = Array.from({ length }, () => 0);
  const downs = Array.from({ length }, () => 0);
  return numbers.map((values) =>
    values.flatMap((value, category): Span[] => {
      if (value === undefined) return [];
      if (stacking === 'none') return [{ category, from: 0, to: value }];
      const total = numbers.reduce((sum, other) => sum + Math.abs(other[category] ?? 0), 0);
      const height = stacking === 'percent' ? value / (total || 1) : value;
      const ends = height < 0 ? downs : ups;
      const from = ends[category] ?? 0;
      ends[category] = from + height;
      return [{ category, from, to: from + height }];
    }),
  );
}
