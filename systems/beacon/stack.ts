import { defineStack } from '../../lib/index.ts';
import { environment } from './environment.ts';
import { notifications } from './notifications.ts';

/**
 * The runner is on Fly.io. Grafana Alloy or a Prometheus agent scrapes it and sends the samples to Grafana Cloud, where the
 * dashboard and the rules are imported.
 */
export const stack = defineStack({
  name: 'beacon',
  title: 'Project Beacon runner',
  environment,
  prometheus: {
    version: '3.2.1',
    // It evaluates no rules: they are for where the samples are sent.
    agent: true,
    dockerfile: 'observability/prometheus/Dockerfile',
    configFile: 'observability/prometheus/agent.yml.tmpl',
    rulesFile: 'observability/alerting-rules.yml',
    testsPath: 'observability/tests',
    // A machine that may scale to zero stays awake, being asked so often.
    scrapeInterval: '15s',
    scrapeTimeout: '10s',
    remoteWrite: [
      {
        url: '${GC_REMOTE_WRITE_URL}',
        basicAuth: { username: '${GC_USERNAME}', password: '${GC_PASSWORD}' },
      },
    ],
  },
  alloy: { version: '1.5.0', configFile: 'observability/alloy/config.alloy' },
  jobs: {
    'beacon-runner': {
      targets: ['${SCRAPE_TARGET}'],
      scheme: 'https',
      path: '/metrics',
      // The address says nothing about the machine that answered.
      relabel: [{ targetLabel: 'instance', replacement: 'beacon-runner' }],
    },
  },
  datasources: [
    {
      uid: 'beacon-prom',
      name: 'Beacon',
      type: 'prometheus',
      url: '${GC_QUERY_URL}',
      default: true,
      basicAuth: { username: '${GC_USERNAME}', password: '${GC_PASSWORD}' },
      jsonData: { prometheusType: 'Mimir', httpMethod: 'POST' },
    },
  ],
  grafana: {
    image: 'grafana/grafana-oss:11.5.2',
    folder: 'Project Beacon',
    dashboardsPath: 'observability',
    provisioningPath: 'observability/grafana/provisioning',
  },
  alertmanager: notifications,
  runbookFile: 'runbooks/beacon.md',
});
