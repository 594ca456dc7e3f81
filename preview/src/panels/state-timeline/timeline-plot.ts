import { dateTimeFormat } from '@grafana/data';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import type { Plot, TooltipText } from '../plot/index.ts';
import { drawRow } from './draw-row.ts';
import { durationText } from './duration-text.ts';
import type { StateRow, StateSpan } from './state-rows.ts';

/** What differs between a state timeline and a status history. */
export interface TimelineStyle {
  /** Milliseconds by which the time axis is longer than the range at each end. */
  readonly margin: number;
  readonly align: 'left' | 'center' | 'right';
  /** How long a state lasted. */
  readonly saysDuration: boolean;
}

export function timelinePlot(
  props: PanelProps,
  rows: readonly StateRow[],
  style: TimelineStyle,
): Plot {
  const { options, timeRange, theme, onTimeRange } = props;
  const rowHeight = Math.min(Math.max(numberOf(options['rowHeight']) ?? 0.9, 0), 1);
  const showValue = textOf(options['showValue']) || 'auto';
  const look = { rowHeight, showValue, align: style.align, theme };
  return {
    x: {
      min: timeRange.from.valueOf() - style.margin,
      max: timeRange.to.valueOf() + style.margin,
      time: true,
    },
    y: {
      min: 0,
      max: Math.max(rows.length, 1),
      reversed: true,
      grid: false,
      ticks: () => rows.map(({ name }, row) => ({ at: row + 0.5, text: shortened(name) })),
    },
    draw: (pen) => {
      for (const [row, states] of rows.entries()) {
        drawRow(pen, states, row + (1 - rowHeight) / 2, look);
      }
    },
    tooltip: (x, y) => tooltip(props, rows, style, x, y),
    onTimeRange,
  };
}

/** A name must leave room for the bars: uPlot cuts it off at its start otherwise. */
function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

function tooltip(
  { options }: PanelProps,
  rows: readonly StateRow[],
  { saysDuration }: TimelineStyle,
  x: number,
  y: number,
): TooltipText | undefined {
  const mode = recordOf(options['tooltip'])['mode'];
  const under = rows[Math.floor(y)];
  const span = under && spanAt(under, x);
  if (mode === 'none' || under === undefined || span === undefined) return undefined;
  const shown = (mode === 'multi' ? rows : [under]).flatMap((row) => {
    const at = spanAt(row, x);
    return at === undefined
      ? []
      : [
          {
            label: row.name,
            value: at.text,
            color: at.color,
            active: mode === 'multi' && row === under,
          },
        ];
  });
  const lasted = { label: 'Duration', value: durationText(span.to - span.from) };
  return {
    title: dateTimeFormat(span.from, { timeZone: 'utc' }),
    rows: saysDuration ? [...shown, lasted] : shown,
    links: under.field.getLinks?.({ valueRowIndex: span.index }) ?? [],
  };
}

function spanAt({ spans }: StateRow, x: number): StateSpan | undefined {
  return spans.find(({ from, to }) => from <= x && x < to);
}
