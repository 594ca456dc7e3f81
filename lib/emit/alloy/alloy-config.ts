import {
  any,
  type Environment,
  environmentIn,
  type Job,
  type Relabel,
  type RemoteWrite,
  type Stack,
} from '../../catalog/index.ts';
import { type AlloyValue, type Block, Expression, printAlloy, quoted } from './alloy-syntax.ts';

/** The variables that Alloy reads when it starts. */
export function alloyVariables({ jobs, prometheus }: Stack): readonly string[] {
  const { externalLabels, remoteWrite } = prometheus;
  return environmentIn(JSON.stringify([jobs, externalLabels, remoteWrite]));
}

/** The text of Alloy's configuration: what Prometheus would scrape, sent where Prometheus would send it. */
export function alloyConfig(stack: Stack, head: readonly string[]): string {
  const { environment, jobs, prometheus } = stack;
  const names = labelsFor(Object.keys(jobs));
  return printAlloy(head, [
    ...Object.values(jobs).flatMap((job, index) => jobBlocks(job, names[index] ?? '', stack)),
    {
      name: 'prometheus.remote_write',
      label: 'default',
      settings: {
        external_labels: prometheus.externalLabels && texts(prometheus.externalLabels, environment),
      },
      blocks: prometheus.remoteWrite?.map((write) => endpoint(write, environment)) ?? [],
    },
  ]);
}

const REMOTE_WRITE = new Expression('prometheus.remote_write.default.receiver');

/** Discovery, scrape and relabelling of one job, as far as it has them, in the order in which samples pass them. */
function jobBlocks({ name, labels, scrape }: Job, label: string, stack: Stack): readonly Block[] {
  const { environment, prometheus } = stack;
  const { relabel = [], metricRelabel = [] } = scrape;
  const targets = scrape.targets.map((target) => ({
    __address__: text(target, environment),
    ...targetLabels(labels, environment),
  }));
  const scraped: Block = {
    name: 'prometheus.scrape',
    label,
    settings: {
      targets: relabel.length === 0 ? targets : new Expression(`discovery.relabel.${label}.output`),
      // Otherwise the label `job` would be the name of this component.
      job_name: name,
      scheme: scrape.scheme,
      metrics_path: scrape.path,
      params: scrape.params,
      honor_labels: scrape.honorLabels,
      scrape_interval: scrape.interval,
      scrape_timeout: scrape.timeout ?? prometheus.scrapeTimeout,
      bearer_token: scrape.bearerToken && text(scrape.bearerToken, environment),
      bearer_token_file: scrape.bearerTokenFile,
      forward_to: [
        metricRelabel.length === 0
          ? REMOTE_WRITE
          : new Expression(`prometheus.relabel.${label}.receiver`),
      ],
    },
  };
  return [
    ...(relabel.length === 0
      ? []
      : [{ name: 'discovery.relabel', label, settings: { targets }, blocks: relabel.map(rule) }]),
    scraped,
    ...(metricRelabel.length === 0
      ? []
      : [
          {
            name: 'prometheus.relabel',
            label,
            settings: { forward_to: [REMOTE_WRITE] },
            blocks: metricRelabel.map(rule),
          },
        ]),
  ];
}

function targetLabels(labels: Job['labels'], environment: Environment) {
  const added = Object.entries(labels).flatMap(([label, values]) =>
    label === 'job' || values === any ? [] : [[label, text(values[0] ?? '', environment)] as const],
  );
  return Object.fromEntries(added);
}

function rule(step: Relabel): Block {
  return {
    name: 'rule',
    settings: {
      source_labels: step.sourceLabels,
      separator: step.separator,
      regex: step.regex,
      modulus: step.modulus,
      target_label: step.targetLabel,
      replacement: step.replacement,
      action: step.action,
    },
  };
}

function endpoint({ url, basicAuth, bearerToken }: RemoteWrite, environment: Environment): Block {
  return {
    name: 'endpoint',
    settings: {
      url: text(url, environment),
      bearer_token: bearerToken && text(bearerToken, environment),
    },
    blocks:
      basicAuth === undefined
        ? []
        : [{ name: 'basic_auth', settings: texts(basicAuth, environment) }],
  };
}

function texts(values: Readonly<Record<string, string>>, environment: Environment) {
  const entries = Object.entries(values).map(
    ([key, value]) => [key, text(value, environment)] as const,
  );
  return Object.fromEntries(entries);
}

/** Alloy reads a variable where it is used: `"https://" + sys.env("HOST")`. */
function text(value: string, environment: Environment): AlloyValue {
  const parts = value.split(/(\$\{[A-Z_][A-Z0-9_]*\})/).filter((part) => part !== '');
  if (environmentIn(value).length === 0) return value;
  const printed = parts.map((part) => {
    const [name] = environmentIn(part);
    return name === undefined ? quoted(part) : variable(name, environment[name]?.default);
  });
  return new Expression(printed.join(' + '));
}

function variable(name: string, byDefault: string | undefined): string {
  const read = `sys.env(${quoted(name)})`;
  return byDefault === undefined ? read : `coalesce(${read}, ${quoted(byDefault)})`;
}

/** Names of components are identifiers, and `a-b` and `a_b` must not become one. */
function labelsFor(jobs: readonly string[]): readonly string[] {
  const labels = jobs.map((job) => job.replaceAll(/\W/g, '_').replace(/^(?=\d)/, '_'));
  return labels.map((label, index) =>
    labels.indexOf(label) === index ? label : `${label}_${index + 1}`,
  );
}
