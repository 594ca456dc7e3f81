import { any, type Metric } from '../../lib/catalog/index.ts';
import type { System } from '../../lib/model/index.ts';
import { code, paragraphs, prose, table } from './markdown.ts';
import { metricUses } from './metric-uses.ts';

/** The catalogs, job by job. */
export function metricsSection(system: System): string {
  const uses = metricUses(system);
  const byJobs = new Map<string, Metric[]>();
  for (const metric of system.metrics) {
    const jobs = metric.jobs.map(code).join(', ');
    byJobs.set(jobs, [...(byJobs.get(jobs) ?? []), metric]);
  }
  return paragraphs([
    '## Metrics',
    'Every series also carries the labels of its job, above. *Optional*: a healthy target may lack it.',
    ...[...byJobs].flatMap(([jobs, metrics]) => [
      `### Of ${jobs}`,
      table(
        ['metric', 'type', 'unit', 'labels', 'meaning', 'used'],
        metrics.map((metric) => [
          code(metric.name),
          metric.kind,
          metric.unit,
          labelsText(metric, system),
          meaning(metric),
          uses.get(metric) ?? '',
        ]),
      ),
    ]),
  ]);
}

/** The metric's own: not those that the targets add. */
function labelsText(metric: Metric, { stack }: System): string {
  const added = metric.jobs.flatMap((job) => Object.keys(stack.jobs[job]?.labels ?? {}));
  const own = Object.entries(metric.labels).filter(([label]) => !added.includes(label));
  const texts = own.map(([label, values]) =>
    values === any ? code(label) : `${code(label)} (${values.map(valueText).join(', ')})`,
  );
  return texts.join(', ');
}

function valueText(value: string): string {
  return value === '' ? 'none' : code(value);
}

function meaning({ help, optional, deprecated, since, until, ...metric }: Metric): string {
  const versions = [
    since === undefined ? '' : `since ${since}`,
    until === undefined ? '' : `until ${until}`,
  ].filter((text) => text !== '');
  return [
    prose(help),
    ...(metric.buckets === undefined ? [] : [`Buckets: ${metric.buckets.join(', ')}.`]),
    ...(metric.quantiles === undefined || metric.quantiles.length === 0
      ? []
      : [`Quantiles: ${metric.quantiles.join(', ')}.`]),
    ...(optional ? ['*Optional.*'] : []),
    ...(versions.length === 0 ? [] : [`Exporter ${versions.join(', ')}.`]),
    ...(deprecated === undefined ? [] : [`**Deprecated**: ${prose(deprecated)}.`]),
  ].join(' ');
}
