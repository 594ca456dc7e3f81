import { type TimeRange, toUtc } from '@grafana/data';

import type { DashboardContext } from '../dashboard/dashboard-context.ts';

/** The dashboard's time range as Grafana's picker takes it: with the words that were chosen. */
export function shownRange({ view, variables }: DashboardContext): TimeRange {
  const from = toUtc(variables.range.from);
  const to = toUtc(variables.range.to);
  return {
    from,
    to,
    raw: {
      from: /^\d+$/.test(view.from) ? from : view.from,
      to: /^\d+$/.test(view.to) ? to : view.to,
    },
  };
}
