import { type Alertmanager, alertmanagerOf, type AlertmanagerSpec } from './alertmanager-spec.ts';
import { type Alloy, alloyOf, type AlloySpec } from './alloy-spec.ts';
import type { Datasource } from './datasource.ts';
import type { DurationText } from './duration.ts';
import type { Environment } from './environment.ts';
import { type Grafana, grafanaOf, type GrafanaSpec } from './grafana-spec.ts';
import type { Job, Scrape } from './job.ts';
import { type Loki, lokiOf, type LokiSpec } from './loki-spec.ts';
import { any } from './metric.ts';
import type { Procedure } from './procedure.ts';
import { type Prometheus, prometheusOf, type PrometheusSpec } from './prometheus-spec.ts';
import { type Promtail, promtailOf, type PromtailSpec } from './promtail-spec.ts';
import type { Compose } from './service.ts';

/** One scrape job as an author writes it; its name is the key it stands under. */
export interface JobSpec extends Scrape {
  /** Labels that its targets add to every series, besides `job` and `instance`. */
  readonly labels?: Readonly<Record<string, string>>;
}

export type JobSpecs = Readonly<Record<string, JobSpec>>;

/** Everything about a system's monitoring that is not a metric, a dashboard or an alert. */
export interface StackSpec {
  /** The system's folder name. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Every variable that a text of the stack mentions as `${NAME}`. */
  readonly environment?: Environment;
  readonly prometheus: PrometheusSpec;
  readonly jobs: JobSpecs;
  readonly datasources: readonly Datasource[];
  readonly grafana: GrafanaSpec;
  /** Absent: alerts are seen in Prometheus and Grafana only. */
  readonly alertmanager?: AlertmanagerSpec;
  readonly loki?: LokiSpec;
  readonly promtail?: PromtailSpec;
  /** Absent: only Prometheus scrapes. */
  readonly alloy?: AlloySpec;
  /** Absent: no Compose file. */
  readonly compose?: Compose;
  /** Below `build/<system>/`. Default `.env.example`. */
  readonly envFile?: string;
  /** Below `build/<system>/`. Default `RUNBOOK.md`. */
  readonly runbookFile?: string;
  /** Where the runbook is published, so that alerts carry a link to click. Default: the path of the file. */
  readonly runbookUrl?: string;
  /** Chapters of the runbook behind those of the alerts. */
  readonly procedures?: readonly Procedure[];
}

type LabelsOf<S> = S extends { readonly labels: infer A extends Readonly<Record<string, string>> }
  ? { readonly [K in keyof A]: readonly [A[K]] }
  : Record<never, never>;

export type Jobs<S extends JobSpecs = JobSpecs> = {
  readonly [N in keyof S]: Job<N & string, LabelsOf<S[N]>>;
};

/** A stack with its defaults filled in. Frozen. */
export interface Stack<J = Readonly<Record<string, Job>>> {
  readonly kind: 'stack';
  readonly name: string;
  readonly title: string;
  readonly environment: Environment;
  readonly prometheus: Prometheus;
  readonly jobs: J;
  readonly datasources: readonly Datasource[];
  readonly grafana: Grafana;
  readonly alertmanager?: Alertmanager;
  readonly loki?: Loki;
  readonly promtail?: Promtail;
  readonly alloy?: Alloy;
  readonly compose?: Compose & Required<Pick<Compose, 'file' | 'services'>>;
  readonly envFile: string;
  readonly runbookFile: string;
  readonly runbookUrl?: string;
  readonly procedures?: readonly Procedure[];
}

/**
 * Declares a system's stack. The names of the jobs and the labels of their targets become part of the type of every
 * metric that is bound to them.
 *
 * @example
 * const stack = defineStack({
 *   name: 'shop',
 *   title: 'Shop',
 *   prometheus: { version: '3.2.1', port: 9090 },
 *   jobs: { api: { targets: ['api:8080'], labels: { tier: 'application' } } },
 *   datasources: [{ uid: 'shop-prom', name: 'Prometheus', type: 'prometheus', url: 'http://prometheus:9090', default: true }],
 *   grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop', port: 3000 },
 *   compose: {},
 * });
 * stack.jobs.api // Job<'api', { tier: readonly ['application'] }>
 */
export function defineStack<const S extends StackSpec>(spec: S): Stack<Jobs<S['jobs']>> {
  const {
    environment = {},
    alertmanager,
    loki,
    promtail,
    alloy,
    compose,
    ...rest
  }: StackSpec = spec;
  const prometheus = prometheusOf(spec.prometheus);
  return deepFreeze({
    kind: 'stack',
    envFile: '.env.example',
    runbookFile: 'RUNBOOK.md',
    ...rest,
    environment,
    prometheus,
    grafana: grafanaOf(spec.grafana),
    jobs: jobsOf(spec.jobs, prometheus.scrapeInterval) as Jobs<S['jobs']>,
    ...(alertmanager && { alertmanager: alertmanagerOf(alertmanager) }),
    ...(loki && { loki: lokiOf(loki) }),
    ...(promtail && { promtail: promtailOf(promtail) }),
    ...(alloy && { alloy: alloyOf(alloy) }),
    ...(compose === undefined
      ? {}
      : { compose: { file: 'docker-compose.yml', services: {}, ...compose } }),
  });
}

function jobsOf(specs: JobSpecs, interval: DurationText): Record<string, Job> {
  const jobs = Object.entries(specs).map(([name, { labels = {}, ...scrape }]) => {
    const added = Object.entries(labels).map(([label, value]) => [label, [value]] as const);
    const job: Job = {
      name,
      labels: { ...Object.fromEntries(added), job: [name], instance: any },
      scrape: { interval, ...scrape },
    };
    return [name, job] as const;
  });
  return Object.fromEntries(jobs);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
