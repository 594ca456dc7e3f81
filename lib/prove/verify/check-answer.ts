import type { Where } from '../../diagnostics/index.ts';
import type { PanelKind } from '../../model/index.ts';
import type { QueryAnswer } from '../prometheus-server/index.ts';
import type { Findings } from './findings.ts';

/** Series that a person can still tell apart in a graph; a table may have more rows. */
const MOST_SERIES: Partial<Record<PanelKind, number>> = { table: 500, heatmap: 100 };
const MOST_LINES = 40;

/** What is wrong with an answer whatever the query is for. Returns whether there is something to look at. */
export function checkAnswer(answer: QueryAnswer, where: Where, findings: Findings): boolean {
  const { error, series, warnings, infos } = answer;
  if (error !== undefined) {
    findings.add('verify/query-fails', where, `Prometheus refuses the query: ${error}`);
    return false;
  }
  for (const text of warnings) {
    findings.add('verify/engine-warning', where, `Prometheus warns: ${text}`, {
      severity: 'warning',
    });
  }
  for (const text of infos) {
    findings.add('verify/engine-info', where, `Prometheus remarks: ${text}`, { severity: 'info' });
  }
  return series.length > 0;
}

/** What is wrong with an answer that is drawn. */
export function checkDrawn(
  { series }: QueryAnswer,
  kind: PanelKind,
  where: Where,
  findings: Findings,
): void {
  if (series.every(({ values }) => values.every(([, value]) => Number.isNaN(value)))) {
    findings.add('verify/all-nan', where, 'every value is NaN: it divides 0 by 0', {
      hint: '… / (… > 0)',
    });
  }
  const most = MOST_SERIES[kind] ?? MOST_LINES;
  if (series.length > most) {
    findings.add(
      'verify/too-many-series',
      where,
      `it draws ${series.length} series, more than ${most}`,
      {
        hint: 'aggregate by fewer labels, or take the `topk`',
      },
    );
  }
}
