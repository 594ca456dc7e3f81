/** Returns the series of an alert that fires. */
export function firingProbe(alert: string): string {
  return `ALERTS{alertname=${JSON.stringify(alert)},alertstate="firing"}`;
}
