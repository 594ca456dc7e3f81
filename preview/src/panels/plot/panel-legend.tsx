import {
  type DisplayValue,
  type Field,
  fieldReducers,
  formattedValueToString,
  getDisplayProcessor,
  type GrafanaTheme2,
  reduceField,
} from '@grafana/data';
import { LegendDisplayMode, type LegendPlacement } from '@grafana/schema';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import { useState } from 'react';

import { numberOf, recordOf, textOf, textsOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';

/** What a legend says of one thing that is drawn. */
export interface LegendItem {
  readonly name: string;
  readonly color: string;
  /** Beside the name; their titles are the columns of a table. */
  readonly values: readonly DisplayValue[];
}

/**
 * The element for the `legend` of a `VizLayout`, which looks at its type and props.
 *
 * @returns nothing where the panel wants none
 */
export function panelLegend({ options }: PanelProps, items: readonly LegendItem[]) {
  const legend = recordOf(options['legend']);
  if (legend['showLegend'] === false || legend['displayMode'] === 'hidden' || items.length === 0)
    return null;
  const placement: LegendPlacement = legend['placement'] === 'right' ? 'right' : 'bottom';
  const width = numberOf(legend['width']);
  return (
    <VizLayout.Legend placement={placement} {...(width !== undefined && { width })}>
      <Items
        items={items}
        placement={placement}
        mode={legend['displayMode'] === 'table' ? LegendDisplayMode.Table : LegendDisplayMode.List}
        sortBy={textOf(legend['sortBy'])}
        sortDesc={legend['sortDesc'] === true}
      />
    </VizLayout.Legend>
  );
}

interface ItemsProps {
  readonly items: readonly LegendItem[];
  readonly placement: LegendPlacement;
  readonly mode: LegendDisplayMode;
  readonly sortBy: string;
  readonly sortDesc: boolean;
}

function Items({ items, placement, mode, sortBy, sortDesc }: ItemsProps) {
  const [sort, setSort] = useState({ by: sortBy, desc: sortDesc });
  const shown = items.map(({ name, color, values }, index): VizLegendItem => ({
    label: name,
    color,
    yAxis: 1,
    getItemKey: () => `${index}-${name}`,
    getDisplayValues: () => [...values],
  }));
  return (
    <VizLegend
      items={shown}
      placement={placement}
      displayMode={mode}
      {...(sort.by !== '' && { sortBy: sort.by, sortDesc: sort.desc })}
      isSortable
      onToggleSort={(by) => setSort({ by, desc: by === sort.by && !sort.desc })}
    />
  );
}

/** The values that `legend.calcs` asks for. */
export function legendValues(
  field: Field,
  { options }: PanelProps,
  theme: GrafanaTheme2,
): DisplayValue[] {
  const calcs = textsOf(recordOf(options['legend'])['calcs']);
  if (calcs.length === 0) return [];
  const reduced = reduceField({ field, reducers: [...calcs] });
  const format = field.display ?? getDisplayProcessor({ field, theme });
  return calcs.flatMap((calc) => {
    const reducer = fieldReducers.getIfExists(calc);
    if (reducer === undefined) return [];
    // A count is one whatever the field's unit.
    const value = reduced[calc] as unknown;
    const shown = reducer.preservesUnits === false ? plain(value) : format(value);
    return [
      {
        ...shown,
        title: reducer.name,
        ...(reducer.description && { description: reducer.description }),
      },
    ];
  });
}

function plain(value: unknown): DisplayValue {
  return { text: textOf(value), numeric: numberOf(value) ?? Number.NaN };
}

/** For `shown`: the values of all items, in order. */
export function legendTexts(items: readonly LegendItem[]): string[] {
  return items.flatMap(({ values }) => values.map((value) => formattedValueToString(value)));
}
