export type {
  Alertmanager,
  AlertmanagerSpec,
  AlertMatch,
  InhibitRule,
  LabelMatch,
  RootRoute,
  Route,
} from './alertmanager-spec.ts';
export type { Alloy, AlloySpec } from './alloy-spec.ts';
export type { Datasource, JsonValue } from './datasource.ts';
export { Duration, type DurationLike, type DurationText } from './duration.ts';
export { type Environment, environmentIn, type EnvironmentVariable } from './environment.ts';
export type { Grafana, GrafanaSpec } from './grafana-spec.ts';
export type { Job, Relabel, Scrape } from './job.ts';
export type { Loki, LokiSpec } from './loki-spec.ts';
export {
  any,
  type CounterSpec,
  type GaugeSpec,
  type Healthy,
  type HistogramSpec,
  type InfoSpec,
  type Labels,
  type LabelValues,
  type Metric,
  type MetricSpec,
  type SummarySpec,
} from './metric.ts';
export { besideFile, fileOf, folderOf, fromFolder, isBelow } from './output-path.ts';
export type { Procedure } from './procedure.ts';
export type { Prometheus, PrometheusSpec, RemoteWrite } from './prometheus-spec.ts';
export type { LogSource, LogStage, Promtail, PromtailSpec } from './promtail-spec.ts';
export type {
  EmailChannel,
  PagerdutyChannel,
  Receiver,
  SlackChannel,
  WebhookChannel,
} from './receiver.ts';
export type { Compose, HostPort, Service } from './service.ts';
export type { Severity } from './severity.ts';
export {
  defineStack,
  type Jobs,
  type JobSpec,
  type JobSpecs,
  type Stack,
  type StackSpec,
} from './stack.ts';
export { PHYSICAL_UNITS, type PhysicalUnit, type Unit, unitFacts, type UnitFacts } from './unit.ts';
export { parseDuration, printDuration } from './duration-text.ts';
