import type { Target } from '../target.ts';
import alertmanager from './alertmanager.ts';
import alloy from './alloy.ts';
import dockerCompose from './docker-compose.ts';
import env from './env.ts';
import grafanaDashboards from './grafana-dashboards.ts';
import grafanaProvisioning from './grafana-provisioning.ts';
import loki from './loki.ts';
import prometheusConfig from './prometheus-config.ts';
import prometheusRules from './prometheus-rules.ts';
import prometheusTests from './prometheus-tests.ts';
import promtail from './promtail.ts';
import runbook from './runbook.ts';

/** Every file in this folder, sorted; a test compares. */
export const TARGETS: readonly Target[] = [
  alertmanager,
  alloy,
  dockerCompose,
  env,
  grafanaDashboards,
  grafanaProvisioning,
  loki,
  prometheusConfig,
  prometheusRules,
  prometheusTests,
  promtail,
  runbook,
];
