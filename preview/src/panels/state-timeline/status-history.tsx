import { useMemo } from 'react';

import { numberOf } from '../../json.ts';
import type { PanelKind, PanelProps } from '../panel-props.ts';
import { shownStates } from './shown-states.ts';
import { stateRows } from './state-rows.ts';
import { TimelinePanel } from './timeline-panel.tsx';
import type { TimelineStyle } from './timeline-plot.ts';

/** Each sample by itself: a box around its time. */
function rowsOf(props: PanelProps) {
  const width = Math.min(Math.max(numberOf(props.options['colWidth']) ?? 0.9, 0), 1);
  return stateRows(props).map((row) => {
    const half = (leastStep(row.spans) ?? props.interval) * (width / 2);
    return {
      ...row,
      spans: row.spans.map((span) => ({ ...span, from: span.from - half, to: span.from + half })),
    };
  });
}

function leastStep(spans: readonly { readonly from: number; readonly to: number }[]) {
  const steps = spans.map(({ from, to }) => to - from);
  return steps.length === 0 ? undefined : steps.reduce((least, step) => Math.min(least, step));
}

function StatusHistory(props: PanelProps) {
  const rows = useMemo(() => rowsOf(props), [props]);
  const { interval } = props;
  const style = useMemo<TimelineStyle>(
    () => ({ margin: interval / 2, align: 'center', saysDuration: false }),
    [interval],
  );
  return <TimelinePanel panel={props} rows={rows} style={style} />;
}

export const statusHistory: PanelKind = {
  component: StatusHistory,
  padding: 'md',
  shown: (props) => shownStates(rowsOf(props)),
  needsData: true,
};
