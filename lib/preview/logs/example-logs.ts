import { parseLogql } from '../../logql/index.ts';
import type { PanelQueryAnswer } from '../protocol.ts';
import { exampleLines } from './example-lines.ts';
import { exampleSeries } from './example-series.ts';
import { lineNeeds } from './line-needs.ts';

/** Seconds since 1970, and between two points. */
export interface LogRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly instant: boolean;
}

type LogAnswer = Pick<PanelQueryAnswer, 'error' | 'warnings' | 'series' | 'lines'>;

/** What a Loki could answer: made of what the query says, because none is there. Always the same for the same query. */
export function exampleLogs(query: string, { start, end, step, instant }: LogRange): LogAnswer {
  const { expr, errors } = parseLogql(query);
  if (expr === undefined || errors.length > 0) {
    return { error: errors[0]?.message ?? 'no query', warnings: [], series: [] };
  }
  const warnings = ['example data: no Loki was asked'];
  if (expr.kind === 'logs') {
    const lines = exampleLines(lineNeeds(expr), query, start * 1000, end * 1000);
    return { warnings, series: [], lines };
  }
  const count = instant ? 0 : Math.floor((end - start) / step);
  const times = Array.from({ length: count + 1 }, (_, i) => end - (count - i) * step);
  const series = exampleSeries(expr, query).map(({ labels, at }) => ({
    metric: labels,
    values: times.map((time) => [time, String(at(time))] as const),
  }));
  return { warnings, series };
}
