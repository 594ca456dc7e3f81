import { alertsAt, type PrometheusApi } from '../../prove/index.ts';
import type { ContentAlert } from '../content/index.ts';
import type { AlertsAnswer, PreviewAlert } from '../protocol.ts';

/** Seconds that are looked back: what fires longer than that is said to fire since then. */
const BACK = 6 * 3600;

/**
 * What each alert does now: from the values of its expression, because nothing evaluates the rules of synthesised data.
 *
 * @param now seconds since 1970
 */
export async function askAlerts(
  alerts: readonly ContentAlert[],
  api: PrometheusApi,
  now: number,
): Promise<AlertsAnswer> {
  return {
    at: now * 1000,
    alerts: await Promise.all(alerts.map((alert) => askAlert(alert, api, now))),
  };
}

async function askAlert(
  alert: ContentAlert,
  api: PrometheusApi,
  now: number,
): Promise<PreviewAlert> {
  const { name, group, severity, expr, description, panel, interval } = alert;
  const start = now - Math.floor(BACK / interval) * interval;
  const { error, series } = await api.range(expr, start, now, interval);
  const active = alertsAt(alert, series, interval, now)
    .map((each) => ({ ...each, since: each.since * 1000 }))
    .sort((a, b) => rank(a.state) - rank(b.state) || a.since - b.since);
  return {
    name,
    group,
    severity,
    expr,
    for: alert.for?.toString() ?? '',
    description,
    ...(panel === undefined ? {} : { uid: panel.uid, panel: panel.id }),
    state: active[0]?.state ?? 'inactive',
    active,
    ...(error === undefined ? {} : { error }),
  };
}

function rank(state: 'pending' | 'firing'): number {
  return state === 'firing' ? 0 : 1;
}
