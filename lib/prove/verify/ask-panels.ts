import type { Where } from '../../diagnostics/index.ts';
import type { Dashboard } from '../../model/index.ts';
import type { PrometheusApi, QueryAnswer } from '../prometheus-server/index.ts';
import { secondsShown } from '../world/index.ts';
import type { AskedPanel, AskedQuery } from './asked-panels.ts';
import { askedRange } from './asked-range.ts';
import { checkAnswer, checkDrawn } from './check-answer.ts';
import { type ChosenValue, fillVariables } from './fill-variables.ts';
import { type Findings, within } from './findings.ts';
import { labelText, legendName } from './legend-names.ts';

/** What all panels of a dashboard have in common when they ask. */
export interface Asking {
  readonly api: PrometheusApi;
  /** Seconds since 1970. */
  readonly now: number;
  /** Seconds: the datasource's scrape interval. */
  readonly minStep: number;
  readonly chosen: ReadonlyMap<string, ChosenValue>;
  /** Of an incident: that a panel is empty may be right. */
  readonly isIncident: boolean;
  readonly findings: Findings;
}

/** Asks what a panel asks, and looks at the answers as a person would. */
export async function askPanel(
  { props, where, maxDataPoints, queries }: AskedPanel,
  { time }: Dashboard,
  asking: Asking,
): Promise<void> {
  const { findings, isIncident } = asking;
  const length = props.timeFrom?.inSeconds ?? secondsShown(time.from);
  const shift = props.timeShift?.inSeconds ?? 0;
  const answers = await Promise.all(
    queries.map(async (query) => {
      const minStep = query.minStep ?? asking.minStep;
      const range = askedRange({ now: asking.now, length, shift, maxDataPoints, minStep });
      const expr = fillVariables(query.expr, range.builtins, asking.chosen);
      return { query, expr, answer: await ask(expr, query, range, asking) };
    }),
  );
  for (const { query, expr, answer } of answers) {
    const place = marked(query.where, expr);
    const isDrawn = checkAnswer(answer, place, findings);
    if (isIncident || answer.error !== undefined) continue;
    if (isDrawn) checkDrawn(answer, props.kind, place, findings);
    else if (props.mayBeEmpty === undefined) empty(place, findings);
  }
  if (props.kind !== 'table' && props.kind !== 'heatmap') ambiguous(where, answers, findings);
}

function ask(
  expr: string,
  { instant, where }: AskedQuery,
  { start, end, step }: { start: number; end: number; step: number },
  { api, findings, isIncident }: Asking,
): Promise<QueryAnswer> {
  // An incident shows in the last moment; that the graph draws was shown by the healthy system.
  return findings.ask(marked(where, expr), () =>
    instant || isIncident ? api.instant(expr, end) : api.range(expr, start, end, step),
  );
}

function empty(where: Where, findings: Findings): void {
  findings.add('verify/query-empty', where, 'the query returns nothing in a healthy system', {
    hint: ".mayBeEmpty('why'), where that is right",
  });
}

/** Two lines under one name. */
function ambiguous(
  where: Where,
  answers: readonly { readonly query: AskedQuery; readonly answer: QueryAnswer }[],
  findings: Findings,
): void {
  const byName = new Map<string, { readonly query: AskedQuery; readonly labels: string }[]>();
  for (const { query, answer } of answers) {
    if (query.hide || query.format !== 'time_series') continue;
    for (const series of answer.series) {
      const name = legendName(query.legend, series);
      if (name === undefined) continue;
      const same = byName.get(name) ?? [];
      byName.set(name, [...same, { query, labels: labelText(series.metric) }]);
    }
  }
  for (const [name, same] of byName) {
    const [first, second] = same;
    if (first === undefined || second === undefined) continue;
    const place = same.every(({ query }) => query === first.query) ? first.query.where : where;
    const others = same.length > 2 ? ` and ${same.length - 2} more` : '';
    findings.add(
      'verify/legend-ambiguous',
      place,
      `${same.length} series have the name \`${name}\`: \`${first.labels}\`, \`${second.labels}\`${others}`,
      { hint: 'name the labels that differ in the legend, or aggregate them away' },
    );
    // One name says it: the others are ambiguous for the same reason.
    return;
  }
}

/** With the expression that was asked for under the place. */
function marked(where: Where, expr: string): Where {
  return { ...within(where), source: { text: expr, span: { start: 0, end: 0 } } };
}
