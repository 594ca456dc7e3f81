import { rangeUtil } from '@grafana/data';

/** @returns nothing for an empty text, or one that is no interval; at least a second */
export function millisecondsOf(interval: string): number | undefined {
  if (!/^\d+[smhd]$/.test(interval)) return undefined;
  return Math.max(rangeUtil.intervalToMs(interval), 1000);
}
