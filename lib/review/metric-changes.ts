import type { Metric } from '../catalog/index.ts';
import { type Change, note, type Note } from './change.ts';
import { match, sameKey } from './match.ts';
import type { Side } from './review.ts';
import { changed, code, counted, listed } from './wording.ts';

/** What differs between the metrics that are declared before and after. */
export function metricChanges(before: Side, after: Side): Change[] {
  const [had, has] = [before.metricsOf, after.metricsOf];
  if (had === undefined || has === undefined) return [];
  const systems = (after.systems ?? []).filter((name) => before.systems?.includes(name));
  return systems.flatMap((system) =>
    systemChanges(had(system), has(system)).map((each) => ({
      ...each,
      system,
      file: `systems/${system}`,
    })),
  );
}

/** A change of a metric; its name is the last word of `path`, as code. */
function systemChanges(before: readonly Metric[], after: readonly Metric[]): Note[] {
  const jobs = ({ jobs: all }: Metric) => [...all].sort().join();
  const { pairs, added, removed } = match(before, after, [
    (a, b) => (a.name === b.name && jobs(a) === jobs(b) ? 1 : 0),
    sameKey(({ name }) => name),
  ]);
  return [
    ...added.map((metric) =>
      note('metric-added', `${metric.kind} ${code(metric.name)} declared`, { after: metric.name }),
    ),
    ...removed.map((metric) =>
      note('metric-removed', `${metric.kind} ${code(metric.name)} no longer declared`, {
        before: metric.name,
      }),
    ),
    ...pairs.flatMap((pair) =>
      oneMetric(pair.before, pair.after).map((each) => ({
        ...each,
        path: [metricName(pair.after)],
      })),
    ),
  ];
}

/** `` metric `up` ``. */
export function metricName({ name }: Pick<Metric, 'name'>): string {
  return `metric ${code(name)}`;
}

function oneMetric(before: Metric, after: Metric): Note[] {
  const notes: Note[] = [];
  if (before.kind !== after.kind) {
    const facts = { before: before.kind, after: after.kind };
    notes.push(note('metric-kind', `is a ${after.kind} instead of a ${before.kind}`, facts));
  }
  if (before.unit !== after.unit) {
    const facts = { before: before.unit, after: after.unit };
    notes.push(note('metric-unit', changed('unit', before.unit, after.unit), facts));
  }
  notes.push(...labelNotes(before, after));
  if (before.buckets?.join() !== after.buckets?.join()) {
    const text = ({ buckets = [] }: Metric) =>
      `${counted(buckets.length, 'bucket')} up to ${buckets.at(-1) ?? 'none'}`;
    const facts = { before: before.buckets, after: after.buckets };
    notes.push(note('metric-buckets', `${text(before)} to ${text(after)}`, facts));
  }
  return notes;
}

function labelNotes({ labels: before }: Metric, { labels: after }: Metric): Note[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [from, to] = [valuesOf(before[name]), valuesOf(after[name])];
    if (from === to) return [];
    const facts = { before: from, after: to };
    if (from === undefined) return [note('metric-labels', `label ${code(name)} added`, facts)];
    if (to === undefined) return [note('metric-labels', `label ${code(name)} dropped`, facts)];
    return [note('metric-labels', `values of label ${code(name)}: ${from} to ${to}`, facts)];
  });
}

function valuesOf(values: Metric['labels'][string] | undefined): string | undefined {
  if (values === undefined) return undefined;
  return Array.isArray(values) ? listed([...values].sort().map(code)) : 'any';
}
