import {
  type DisplayValue,
  FALLBACK_COLOR,
  type FieldDisplay,
  formattedValueToString,
} from '@grafana/data';

import { recordOf, textsOf } from '../../json.ts';
import { displayValues } from '../display-values.ts';
import type { PanelProps } from '../panel-props.ts';
import type { LegendItem } from '../plot/index.ts';

export interface Slice {
  readonly value: FieldDisplay;
  readonly name: string;
  readonly color: string;
  readonly text: string;
  readonly percent: string;
  /** Shares of the whole, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/** Largest first, as Grafana sorts them; what is hidden or no number has no slice. */
export function pieSlices(props: PanelProps): Slice[] {
  const values = displayValues(props, false)
    .filter(({ field, display }) => !isHidden(field, 'viz') && Number.isFinite(display.numeric))
    .sort(order(props.options['sort']));
  const sizes = values.map(({ display }) => Math.max(display.numeric, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // With as many decimals as the panel's values have.
  const decimals = props.fieldConfig.defaults.decimals ?? 0;
  let from = 0;
  return values.map((value, index) => {
    const share = total === 0 ? 0 : (sizes[index] ?? 0) / total;
    const slice = {
      value,
      name: value.display.title ?? '',
      color: value.display.color ?? FALLBACK_COLOR,
      text: formattedValueToString(value.display),
      percent: `${(share * 100).toFixed(decimals ?? 0)}%`,
      from,
      to: from + share,
    };
    from += share;
    return slice;
  });
}

function order(sort: unknown): (a: FieldDisplay, b: FieldDisplay) => number {
  if (sort === 'none') return () => 0;
  const sign = sort === 'asc' ? 1 : -1;
  return (a, b) => sign * (a.display.numeric - b.display.numeric);
}

function isHidden(field: FieldDisplay['field'], from: 'viz' | 'legend' | 'tooltip'): boolean {
  return recordOf(recordOf(field.custom)['hideFrom'])[from] === true;
}

export function pieLegendItems(props: PanelProps, slices: readonly Slice[]): LegendItem[] {
  const wanted = textsOf(recordOf(props.options['legend'])['values']);
  return slices
    .filter(({ value }) => !isHidden(value.field, 'legend'))
    .map(({ name, color, value, percent }) => ({
      name,
      color,
      values: [
        ...(wanted.includes('value') ? [{ ...value.display, title: 'Value' }] : []),
        ...(wanted.includes('percent') ? [percentValue(percent)] : []),
      ],
    }));
}

function percentValue(percent: string): DisplayValue {
  return { numeric: Number.parseFloat(percent), text: percent, title: 'Percent' };
}
