import {
  type DataFrame,
  type Field,
  FieldType,
  getFieldDisplayName,
  type GrafanaTheme2,
} from '@grafana/data';

import { numberOf, recordOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import { type State, statesOf } from './state-of.ts';

export interface StateRow {
  readonly name: string;
  readonly field: Field;
  readonly spans: readonly StateSpan[];
  /** 0 to 1. */
  readonly fill: number;
  /** Pixels. */
  readonly lineWidth: number;
}

export interface StateSpan extends State {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Of the field's values: the first that is in it. */
  readonly index: number;
}

/** A row a field; nothing is shown where no sample came when one was due. */
export function stateRows(props: PanelProps): StateRow[] {
  const { frames, interval, theme } = props;
  return frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    if (time === undefined) return [];
    const step = numberOf(time.config.interval) ?? interval;
    return frame.fields
      .filter((field) => field !== time && !isHidden(field))
      .map((field) => ({
        name: getFieldDisplayName(field, frame, frames),
        field,
        spans: spansOf(frame, time.values, field, step, theme),
        fill: (numberOf(recordOf(field.config.custom)['fillOpacity']) ?? 70) / 100,
        lineWidth: numberOf(recordOf(field.config.custom)['lineWidth']) ?? 0,
      }));
  });
}

function isHidden({ config }: Field): boolean {
  return recordOf(recordOf(config.custom)['hideFrom'])['viz'] === true;
}

function spansOf(
  frame: DataFrame,
  times: readonly number[],
  field: Field,
  step: number,
  theme: GrafanaTheme2,
): StateSpan[] {
  const stateOf = statesOf(field, theme);
  return Array.from({ length: frame.length }, (_, index) => index).flatMap((index) => {
    const value = field.values[index] as unknown;
    const from = times[index];
    if (from === undefined || value === null || value === undefined) return [];
    const next = times[index + 1];
    const to = next === undefined || next - from > step ? from + step : next;
    return [{ ...stateOf(value), from, to, index }];
  });
}

/** Equal states that follow upon each other become one. */
export function mergeSpans(spans: readonly StateSpan[]): StateSpan[] {
  const merged: StateSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last?.to === span.from && last.text === span.text && last.color === span.color) {
      merged[merged.length - 1] = { ...last, to: span.to };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
