import { useMemo } from 'react';

import type { PanelKind, PanelProps } from '../panel-props.ts';
import { shownStates } from './shown-states.ts';
import { mergeSpans, stateRows } from './state-rows.ts';
import { TimelinePanel } from './timeline-panel.tsx';
import type { TimelineStyle } from './timeline-plot.ts';

function rowsOf(props: PanelProps) {
  const rows = stateRows(props);
  if (props.options['mergeValues'] === false) return rows;
  return rows.map((row) => ({ ...row, spans: mergeSpans(row.spans) }));
}

function StateTimeline(props: PanelProps) {
  const rows = useMemo(() => rowsOf(props), [props]);
  const { alignValue } = props.options;
  const style = useMemo<TimelineStyle>(
    () => ({
      margin: 0,
      align: alignValue === 'center' || alignValue === 'right' ? alignValue : 'left',
      saysDuration: true,
    }),
    [alignValue],
  );
  return <TimelinePanel panel={props} rows={rows} style={style} />;
}

export const stateTimeline: PanelKind = {
  component: StateTimeline,
  padding: 'md',
  shown: (props) => shownStates(rowsOf(props)),
  needsData: true,
};
