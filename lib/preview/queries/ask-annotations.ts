import { Duration } from '../../catalog/index.ts';
import { askedRange, fillVariables, type ResultSeries } from '../../prove/index.ts';
import { datasourceOf, type ReadAnnotation } from '../dashboard/index.ts';
import type { AnnotationsAnswer } from '../protocol.ts';
import type { Asking } from './ask-panel.ts';

type Shown = AnnotationsAnswer['annotations'][number];

/** Seconds between two looks, as in Grafana, where an annotation does not say. */
const USUAL_STEP = 60;

/** When the events of a dashboard happened. A query that fails has none: Grafana shows no annotation, either. */
export async function askAnnotations(asking: Asking): Promise<AnnotationsAnswer> {
  const found = asking.dashboard.annotations.list.map((each) => eventsOf(each, asking));
  return { annotations: (await Promise.all(found)).flat().sort((a, b) => a.time - b.time) };
}

async function eventsOf(
  annotation: ReadAnnotation,
  { api, range, datasources, variables: { values } }: Asking,
): Promise<readonly Shown[]> {
  const { enable, target, datasource } = annotation;
  const query = annotation.expr ?? target?.expr;
  const uid =
    datasource?.uid === undefined ? {} : { uid: fillVariables(datasource.uid, {}, values) };
  const source = datasourceOf([{ ...datasource, ...uid }], datasources);
  if (!enable || query === undefined || source.type !== 'prometheus') return [];
  const told = Duration.parse(annotation.step ?? target?.interval ?? '')?.inSeconds;
  const asked = askedRange({
    now: range.to / 1000,
    length: (range.to - range.from) / 1000,
    shift: 0,
    maxDataPoints: 1000,
    minStep: told ?? Math.max(USUAL_STEP, source.scrapeInterval),
  });
  const { start, end, step, builtins } = asked;
  const answer = await api.range(fillVariables(query, builtins, values), start, end, step);
  return answer.series.flatMap((series) => eventsIn(series, annotation, step * 1000));
}

/** Values that are not zero; those without a gap between them are one event. */
function eventsIn(
  { metric, values }: ResultSeries,
  { name, iconColor, titleFormat, textFormat, tagKeys, useValueForTime }: ReadAnnotation,
  step: number,
): readonly Shown[] {
  const labels: Readonly<Record<string, string>> = metric;
  const facts = {
    name,
    color: iconColor,
    title: filled(titleFormat, labels),
    text: filled(textFormat, labels),
    tags: tagKeys.split(',').flatMap((key) => labels[key.trim()] ?? []),
  };
  const spans: { time: number; timeEnd?: number }[] = [];
  for (const [at, value] of values) {
    if (!value) continue;
    const time = useValueForTime ? Math.floor(value) : at * 1000;
    const last = spans.at(-1);
    const isContinued = last !== undefined && time - (last.timeEnd ?? last.time) <= step;
    if (isContinued) last.timeEnd = time;
    else spans.push({ time });
  }
  return spans.map((span) => ({ ...facts, ...span }));
}

function filled(format: string, labels: Readonly<Record<string, string>>): string {
  return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
}
