import { alert, constant, given, ruleGroup } from '../../lib/index.ts';
import { m, stack } from '../../systems/fluxbase/index.ts';
import { targetDown } from '../shared/target-down.ts';
import { targetMissing } from '../shared/target-missing.ts';

const { fluxbase, prometheus, grafana, postgres, redis, minio, node, cadvisor } = stack.jobs;

export const prometheusTargetMissing = targetDown(
  [fluxbase, prometheus, postgres, redis, minio, node, cadvisor],
  { name: 'PrometheusTargetMissing', for: '5m', beside: grafana },
);

export const grafanaDown = targetMissing(grafana, {
  name: 'GrafanaDown',
  for: '5m',
  severity: 'warning',
  what: 'Grafana',
  impact: 'Dashboards may be unavailable.',
  beside: prometheus,
});

const reloaded = m.prometheus_config_last_reload_successful;
const rejected = constant(1).lasting('5m').then(constant(0));

export const prometheusConfigReloadFailed = alert({
  name: 'PrometheusConfigReloadFailed',
  expr: reloaded.eq(0),
  for: '5m',
  severity: 'warning',
  summary: 'Prometheus rejected its configuration',
  description: 'It keeps running with the previous one.',
  runbook: {
    meaning:
      'Prometheus was told to read its configuration or its rules again, found a mistake in them, and goes on with what it had.',
    impact:
      'New targets and alerts are not there, although they were deployed. At its next restart Prometheus does not start at all.',
    diagnosis: [
      '`docker compose -f docker-compose.production.yml logs prometheus | grep -i error`: it names the file and the line.',
      '`docker compose -f docker-compose.production.yml exec prometheus promtool check config /etc/prometheus/prometheus.rendered.yml`: it reads the rules as well.',
      'Compare the files with those of the repository: they are generated, and somebody may have changed them by hand.',
    ],
    mitigation: [
      'Rules: put the files of the last build back, then `docker compose -f docker-compose.production.yml kill -s HUP prometheus`.',
      '`prometheus.yml` is filled in when Prometheus starts: put it back, then `docker compose -f docker-compose.production.yml restart prometheus`.',
      'Correct the definition, build, run `promtool check config`, and deploy again.',
    ],
  },
  cases: [
    {
      name: 'fires five minutes after a configuration was rejected',
      given: [given(reloaded, { service: 'prometheus' }, rejected)],
      at: '10m',
      fires: [{ labels: { job: 'prometheus', service: 'prometheus', instance: 'instance' } }],
    },
    {
      name: 'is quiet a minute before the five are over',
      given: [given(reloaded, {}, rejected)],
      at: '9m',
    },
    {
      name: 'is quiet while the configuration is accepted',
      given: [given(reloaded, {}, constant(1))],
      at: '30m',
    },
  ],
});

export default ruleGroup('fluxbase-monitoring', [
  prometheusTargetMissing,
  prometheusConfigReloadFailed,
  grafanaDown,
]);
