import {
  type DataFrame,
  dateTimeFormat,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getFieldSeriesColor,
} from '@grafana/data';
import { SortOrder, TooltipDisplayMode } from '@grafana/schema';
import {
  TooltipPlugin2,
  type UPlotConfigBuilder,
  usePanelContext,
  VizTooltipContent,
  VizTooltipFooter,
  VizTooltipHeader,
  type VizTooltipItem,
  VizTooltipWrapper,
} from '@grafana/ui';

import { recordOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';

interface SeriesTooltipProps {
  readonly panel: PanelProps;
  readonly config: UPlotConfigBuilder;
  /** All series in one frame; its first field is the time. */
  readonly aligned: DataFrame;
}

/** Values at the time under the mouse; a selection with the mouse changes the dashboard's time range. */
export function SeriesTooltip({ panel, config, aligned }: SeriesTooltipProps) {
  const { sync, eventsScope } = usePanelContext();
  const { mode, sort, hideZeros } = recordOf(panel.options['tooltip']);
  const syncMode = sync?.();
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={mode === TooltipDisplayMode.Multi ? 1 : 0}
      queryZoom={panel.onTimeRange}
      clientZoom
      syncScope={eventsScope}
      {...(syncMode !== undefined && { syncMode })}
      getDataLinks={(series, row) =>
        aligned.fields[series]?.getLinks?.({ valueRowIndex: row }) ?? []
      }
      render={(_, rows, active, isPinned, _dismiss, _range, _isSynced, dataLinks) =>
        mode === TooltipDisplayMode.None ? null : (
          <VizTooltipWrapper>
            <VizTooltipHeader
              item={{
                label: '',
                value: timeText(aligned, rows[0] ?? rows.find((row) => row !== null)),
              }}
              isPinned={isPinned}
            />
            <VizTooltipContent
              items={itemsOf(panel, aligned, rows, active, {
                isSingle: mode !== TooltipDisplayMode.Multi,
                hideZeros: hideZeros === true,
                sort,
              })}
              isPinned={isPinned}
            />
            {isPinned && dataLinks.length > 0 && <VizTooltipFooter dataLinks={dataLinks} />}
          </VizTooltipWrapper>
        )
      }
    />
  );
}

function timeText(aligned: DataFrame, row: number | null | undefined): string {
  const time: unknown = aligned.fields[0]?.values[row ?? 0];
  return typeof time === 'number' ? dateTimeFormat(time, { timeZone: 'utc' }) : '';
}

interface ItemOptions {
  readonly isSingle: boolean;
  readonly hideZeros: boolean;
  readonly sort: unknown;
}

function itemsOf(
  { theme, frames }: PanelProps,
  aligned: DataFrame,
  rows: readonly (number | null)[],
  active: number | null,
  { isSingle, hideZeros, sort }: ItemOptions,
): VizTooltipItem[] {
  const items = aligned.fields.flatMap((field, index) => {
    const row = rows[index];
    if (index === 0 || field.type !== FieldType.number || row === null || row === undefined)
      return [];
    if (isSingle && index !== active) return [];
    const { hideFrom } = recordOf(field.config.custom);
    if (recordOf(hideFrom)['tooltip'] === true || recordOf(hideFrom)['viz'] === true) return [];
    const value: unknown = field.values[row];
    if (value === null || value === undefined || (hideZeros && value === 0)) return [];
    const display = field.display?.(value);
    return [
      {
        label: getFieldDisplayName(field, aligned, frames),
        value: display === undefined ? String(value) : formattedValueToString(display),
        color: getFieldSeriesColor(field, theme).color,
        isActive: index === active,
        numeric: display?.numeric ?? 0,
      },
    ];
  });
  if (sort === SortOrder.Ascending) items.sort((a, b) => a.numeric - b.numeric);
  if (sort === SortOrder.Descending) items.sort((a, b) => b.numeric - a.numeric);
  return items;
}
