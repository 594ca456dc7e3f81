import { defineStack } from '../../lib/index.ts';
import { environment } from './environment.ts';
import { notifications } from './notifications.ts';
import { procedures } from './procedures.ts';
import { services } from './services.ts';

/**
 * A backend as a service in Go on PostgreSQL, Redis and MinIO, with NGINX in front, all in Compose. The files are laid out
 * as in the repository of the application.
 */
export const stack = defineStack({
  name: 'fluxbase',
  title: 'Fluxbase',
  environment,
  prometheus: {
    version: '3.2.1',
    configFile: 'deploy/monitoring/prometheus.yml',
    rulesFile: 'deploy/monitoring/rules/{group}.yml',
    testsPath: 'deploy/monitoring/tests',
    scrapeInterval: '15s',
    scrapeTimeout: '10s',
    evaluationInterval: '15s',
    externalLabels: { cluster: 'fluxbase-production', environment: 'production' },
    retention: { time: '30d', size: '10GB' },
    remoteWrite: [
      {
        url: '${REMOTE_WRITE_URL}',
        basicAuth: { username: '${REMOTE_WRITE_USERNAME}', password: '${REMOTE_WRITE_PASSWORD}' },
        when: 'REMOTE_WRITE_URL',
      },
    ],
    port: '127.0.0.1:9090',
    volume: 'prometheus_data',
  },
  jobs: {
    prometheus: { targets: ['localhost:9090'], labels: { service: 'prometheus' } },
    grafana: { targets: ['grafana:3000'], labels: { service: 'grafana' } },
    fluxbase: {
      targets: ['fluxbase:${FLUXBASE_METRICS_PORT}'],
      path: '/metrics',
      labels: { service: 'fluxbase', tier: 'application' },
      // The application prefixes all of its names; dashboards and alerts know those of HTTP without.
      metricRelabel: [
        {
          sourceLabels: ['__name__'],
          regex: 'fluxbase_(http_.+)',
          targetLabel: '__name__',
          replacement: '$1',
        },
      ],
    },
    postgres: {
      targets: ['postgres-exporter:9187'],
      labels: { service: 'postgresql', tier: 'database' },
    },
    redis: { targets: ['redis-exporter:9121'], labels: { service: 'redis', tier: 'cache' } },
    minio: {
      targets: ['minio:9000'],
      path: '/minio/v2/metrics/cluster',
      labels: { service: 'minio', tier: 'storage' },
    },
    node: {
      targets: ['node-exporter:9100'],
      labels: { service: 'node-exporter', tier: 'infrastructure' },
    },
    cadvisor: {
      targets: ['cadvisor:8080'],
      labels: { service: 'cadvisor', tier: 'infrastructure' },
    },
  },
  datasources: [
    {
      uid: 'fluxbase-prom',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
      jsonData: { httpMethod: 'POST', timeInterval: '15s', queryTimeout: '60s' },
    },
  ],
  grafana: {
    image: 'grafana/grafana:11.5.2',
    folder: 'Fluxbase',
    folderUid: 'fluxbase',
    dashboardsPath: 'deploy/monitoring/grafana/dashboards',
    provisioningPath: 'deploy/monitoring/grafana/provisioning',
    datasourcesFile: 'prometheus.yml',
    providerFile: 'default.yml',
    updateInterval: '30s',
    url: 'http://localhost:3000',
    environment: {
      GF_SECURITY_ADMIN_USER: '${GF_SECURITY_ADMIN_USER}',
      GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD}',
    },
    port: '127.0.0.1:3000',
    volume: 'grafana_data',
  },
  alertmanager: notifications,
  compose: { file: 'deploy/docker-compose.production.yml', services },
  envFile: 'deploy/.env.example',
  runbookFile: 'runbooks/fluxbase.md',
  procedures,
});
