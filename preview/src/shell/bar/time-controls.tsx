import { isDateTime, type TimeRange } from '@grafana/data';
import { RefreshPicker, TimeRangePicker } from '@grafana/ui';
import { useEffect } from 'react';

import type { PreviewState } from '../../../../lib/preview/protocol.ts';
import { change, useAddress } from '../../address/index.ts';
import type { DashboardJson } from '../../dashboard/index.ts';
import type { DashboardContext } from '../dashboard/dashboard-context.ts';
import { millisecondsOf } from './refresh-interval.ts';
import { shownRange } from './shown-range.ts';

interface TimeControlsProps {
  readonly dashboard: DashboardJson;
  readonly context: DashboardContext;
  readonly data: PreviewState['data'];
  readonly onRefresh: () => void;
}

/** Time range and refresh. Data of our own making stands still: there is nothing to refresh it for by itself. */
export function TimeControls({ dashboard, context, data, onRefresh }: TimeControlsProps) {
  const address = useAddress();
  const isLive = data === 'prometheus';
  const refresh = isLive ? (address.refresh ?? dashboard.refresh) : '';
  const interval = millisecondsOf(refresh);
  useEffect(() => {
    if (interval === undefined) return;
    const timer = setInterval(onRefresh, interval);
    return () => clearInterval(timer);
  });
  const { range } = context.variables;
  const width = range.to - range.from;
  const move = (by: number, wider = 0) =>
    change({
      from: String(Math.round(range.from + by - wider)),
      to: String(Math.round(range.to + by + wider)),
    });
  return (
    <>
      <TimeRangePicker
        value={shownRange(context)}
        timeZone="utc"
        onChange={(chosen) => change({ from: rawText(chosen, 'from'), to: rawText(chosen, 'to') })}
        // The whole page is in UTC.
        onChangeTimeZone={() => undefined}
        onMoveBackward={() => move(-width / 2)}
        onMoveForward={() => move(width / 2)}
        onZoom={() => move(0, width / 2)}
        isOnCanvas
      />
      <RefreshPicker
        onRefresh={onRefresh}
        onIntervalChanged={(chosen) => change({ refresh: chosen })}
        value={refresh}
        noIntervalPicker={!isLive}
        isOnCanvas
      />
    </>
  );
}

function rawText({ raw }: TimeRange, end: 'from' | 'to'): string {
  const value = raw[end];
  return isDateTime(value) ? String(value.valueOf()) : value;
}
