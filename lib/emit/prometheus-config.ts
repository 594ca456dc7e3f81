import type { Job, Prometheus, Relabel, RemoteWrite } from '../catalog/index.ts';
import { any } from '../catalog/index.ts';
import type { System } from '../model/index.ts';
import { generatedFrom, stackFile } from './generated.ts';
import { ruleFilesSetting } from './rule-files.ts';
import { between, toYaml } from './yaml.ts';

/** The text of Prometheus's configuration, with variables still as `${NAME}`. */
export function prometheusConfig(system: System): string {
  return toYaml(generatedFrom(stackFile(system)), configOf(system));
}

function configOf(system: System) {
  const { alertmanager, prometheus, jobs } = system.stack;
  const ruleFiles = ruleFilesSetting(system);
  return {
    global: {
      scrape_interval: prometheus.scrapeInterval,
      scrape_timeout: prometheus.scrapeTimeout,
      evaluation_interval: prometheus.agent ? undefined : prometheus.evaluationInterval,
      external_labels: prometheus.externalLabels,
    },
    alerting: prometheus.agent || alertmanager === undefined ? undefined : ALERTING,
    rule_files: ruleFiles.length === 0 ? undefined : ruleFiles,
    scrape_configs: Object.values(jobs).map((job) => scrapeConfig(job, prometheus)),
    remote_write: prometheus.remoteWrite?.map(remoteWrite),
  };
}

/** Under the name that the Compose file has for it. */
const ALERTING = { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] };

function scrapeConfig({ name, labels, scrape }: Job, { scrapeInterval }: Prometheus) {
  return {
    job_name: name,
    scrape_interval: scrape.interval === scrapeInterval ? undefined : scrape.interval,
    scrape_timeout: scrape.timeout,
    honor_labels: scrape.honorLabels,
    scheme: scrape.scheme,
    metrics_path: scrape.path,
    params: scrape.params,
    authorization: bearer(scrape.bearerToken, scrape.bearerTokenFile),
    static_configs: [{ targets: scrape.targets, labels: targetLabels(labels) }],
    relabel_configs: scrape.relabel?.map(relabelConfig),
    metric_relabel_configs: scrape.metricRelabel?.map(relabelConfig),
  };
}

function bearer(token: string | undefined, file?: string): object | undefined {
  if (token === undefined && file === undefined) return undefined;
  return { credentials: token, credentials_file: file };
}

/** `job` and `instance` are Prometheus's to add. */
function targetLabels(labels: Job['labels']): Record<string, string> | undefined {
  const added = Object.entries(labels).flatMap(([label, values]) =>
    label === 'job' || values === any ? [] : [[label, values[0] ?? ''] as const],
  );
  return added.length === 0 ? undefined : Object.fromEntries(added);
}

function relabelConfig(step: Relabel) {
  return {
    source_labels: step.sourceLabels,
    separator: step.separator,
    regex: step.regex,
    modulus: step.modulus,
    target_label: step.targetLabel,
    replacement: step.replacement,
    action: step.action,
  };
}

function remoteWrite({ url, basicAuth, bearerToken, when }: RemoteWrite) {
  const write = { url, basic_auth: basicAuth, authorization: bearer(bearerToken) };
  // The entrypoint takes what is between these comments out while the variable is empty.
  return when === undefined ? write : between(`when ${when}`, write, `end ${when}`);
}
