import {
  type DataFrame,
  formattedValueToString,
  getDisplayProcessor,
  getFieldDisplayName,
  getFrameDisplayName,
} from '@grafana/data';
import type { TableCellHeight } from '@grafana/schema';
import { Combobox } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import { useState } from 'react';

import { numberOf, recordOf, recordsOf, textOf } from '../json.ts';
import type { PanelKind, PanelProps, Shown } from './panel-props.ts';

/** Below the table, where there is more than one to choose. */
const CHOICE_HEIGHT = 40;

function Table({ frames, options, fieldConfig, timeRange, width, height }: PanelProps) {
  const [chosen, choose] = useState(0);
  const frame = visible(frames[chosen] ?? frames[0]);
  if (frame === undefined) return null;
  const tableHeight = frames.length > 1 ? height - CHOICE_HEIGHT : height;
  const noValue = fieldConfig.defaults.noValue;
  return (
    <>
      <TableNG
        data={frame}
        width={width}
        height={tableHeight}
        noHeader={options['showHeader'] === false}
        cellHeight={options['cellHeight'] as TableCellHeight}
        enablePagination={
          options['enablePagination'] === true ||
          recordOf(options['footer'])['enablePagination'] === true
        }
        frozenColumns={numberOf(recordOf(options['frozenColumns'])['left']) ?? 0}
        sortBy={recordsOf(options['sortBy']).map(({ displayName, desc }) => ({
          displayName: textOf(displayName),
          desc: desc === true,
        }))}
        fieldConfig={fieldConfig}
        timeRange={timeRange}
        resizable
        {...(noValue !== undefined && { noValue })}
      />
      {frames.length > 1 && (
        <div style={{ paddingTop: 8 }}>
          <Combobox
            options={frames.map((other, value) => ({ value, label: getFrameDisplayName(other) }))}
            value={chosen}
            onChange={({ value }) => choose(value)}
          />
        </div>
      )}
    </>
  );
}

/** Columns that are hidden by the table's own option are out of sight, too. */
function visible(frame: DataFrame | undefined): DataFrame | undefined {
  if (frame === undefined) return undefined;
  return {
    ...frame,
    fields: frame.fields.filter(({ config }) => !recordOf(config.custom)['hidden']),
  };
}

function shown({ frames, theme }: PanelProps): Shown | undefined {
  const frame = visible(frames[0]);
  if (frame === undefined || frame.fields.length === 0 || frame.length === 0) return undefined;
  const columns = frame.fields.filter(
    ({ config }) => recordOf(recordOf(config.custom)['hideFrom'])['viz'] !== true,
  );
  const displays = columns.map(
    (field) => field.display ?? getDisplayProcessor({ field, theme, timeZone: 'utc' }),
  );
  return {
    names: columns.map((field) => getFieldDisplayName(field, frame, frames)),
    values: Array.from({ length: frame.length }, (_, row) =>
      columns.map((field, index) => {
        const display = displays[index]?.(field.values[row]);
        return display === undefined ? '' : formattedValueToString(display);
      }),
    ).flat(),
  };
}

export const table: PanelKind = { component: Table, padding: 'md', shown, needsData: true };
