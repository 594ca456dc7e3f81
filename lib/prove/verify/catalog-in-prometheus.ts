import { any, type Metric } from '../../catalog/index.ts';
import type { Where } from '../../diagnostics/index.ts';
import type { System } from '../../model/index.ts';
import { print, toMatchers } from '../../promql/index.ts';
import type { PrometheusApi } from '../prometheus-server/index.ts';
import type { Findings } from './findings.ts';

/** What a running Prometheus does not have of what the catalogs declare: metrics, labels, values of labels. */
export async function askCatalog(
  { name: system, metrics }: System,
  api: PrometheusApi,
  start: number,
  end: number,
  findings: Findings,
): Promise<void> {
  const there = new Set(await api.labelValues('__name__', undefined, start, end));
  const jobs = new Set(await api.labelValues('job', undefined, start, end));
  await Promise.all(
    metrics.map(async (metric) => {
      const where: Where = {
        file: `systems/${system}/index.ts`,
        path: [`system ${system}`, `metric ${metric.name}`],
      };
      // A job that nobody scrapes there is said once, and not for each of its metrics.
      if (metric.jobs.length > 0 && !metric.jobs.some((job) => jobs.has(job))) return;
      const name = seriesName(metric);
      if (there.has(name)) await askLabels(metric, name, where, api, start, end, findings);
      else missing(metric, where, findings);
    }),
  );
  const wanted = new Set(metrics.flatMap((metric) => metric.jobs));
  for (const job of wanted) {
    if (jobs.has(job)) continue;
    const where = { file: `systems/${system}/stack.ts`, path: [`system ${system}`, `job ${job}`] };
    const message = `no series has \`job="${job}"\`: this Prometheus does not scrape it`;
    findings.add('verify/job-missing', where, message, { severity: 'warning' });
  }
}

/** A name that is there where the metric is. */
function seriesName({ name, kind, quantiles = [] }: Metric): string {
  if (kind === 'histogram') return `${name}_count`;
  return kind === 'summary' && quantiles.length === 0 ? `${name}_count` : name;
}

function missing({ name, since, until, optional }: Metric, where: Where, findings: Findings): void {
  const versions = [
    ...(since === undefined ? [] : [`since ${since} of the exporter`]),
    ...(until === undefined ? [] : [`until ${until} of the exporter`]),
    ...(optional ? ['it may be absent'] : []),
  ];
  const known = versions.length === 0 ? '' : ` (${versions.join(', ')})`;
  findings.add('verify/metric-missing', where, `there is no series of \`${name}\`${known}`, {
    severity: versions.length === 0 ? 'warning' : 'info',
  });
}

async function askLabels(
  { labels, jobs }: Metric,
  name: string,
  where: Where,
  api: PrometheusApi,
  start: number,
  end: number,
  findings: Findings,
): Promise<void> {
  const matchers = jobs.length === 0 ? [] : toMatchers({ job: jobs });
  findings.queries++;
  const series = await api.series(print({ kind: 'selector', name, matchers }), start, end);
  for (const [label, declared] of Object.entries(labels)) {
    const values = new Set(series.flatMap((each) => each[label] ?? []));
    if (values.size === 0) {
      const message = `no series of \`${name}\` has the label \`${label}\``;
      findings.add('verify/label-missing', where, message, { severity: 'warning' });
    } else if (declared !== any) {
      const absent = declared.filter((value) => !values.has(value));
      const other = [...values].filter((value) => !declared.includes(value));
      const list = (texts: readonly string[]) => texts.map((text) => `\`${text}\``).join(', ');
      if (other.length > 0) {
        const message = `\`${label}\` of \`${name}\` has values that are not declared: ${list(other)}`;
        findings.add('verify/value-undeclared', where, message, { severity: 'warning' });
      }
      if (absent.length > 0) {
        const message = `\`${label}\` of \`${name}\` never is ${list(absent)}`;
        findings.add('verify/value-missing', where, message, { severity: 'info' });
      }
    }
  }
}
