import { defineStack } from '../../lib/index.ts';
import { environment } from './environment.ts';
import { logFiles } from './log-files.ts';
import { notifications } from './notifications.ts';

/**
 * Fastify backend with Bull queues, PostgreSQL and Redis on one host; the stack runs beside them in Compose. The files are
 * laid out as the folder `monitoring/` of the application.
 */
export const stack = defineStack({
  name: 'love-parser',
  title: 'Love Parser',
  environment,
  prometheus: {
    version: '2.53.0',
    image: 'prom/prometheus:v2.53.0',
    configFile: 'prometheus/prometheus.yml',
    rulesFile: 'prometheus/rules/alerts.yml',
    scrapeInterval: '15s',
    scrapeTimeout: '10s',
    evaluationInterval: '30s',
    retention: { time: '30d' },
    port: 9090,
    volume: 'prometheus-data',
    // Half the disk for the write-ahead log, at some CPU.
    flags: ['--storage.tsdb.wal-compression'],
  },
  jobs: {
    backend: { targets: ['backend:3000'], path: '/metrics' },
    'postgres-exporter': { targets: ['postgres-exporter:9187'] },
    'redis-exporter': { targets: ['redis-exporter:9121'] },
    'node-exporter': { targets: ['node-exporter:9100'] },
  },
  datasources: [
    {
      uid: 'love-prom',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
      jsonData: { httpMethod: 'POST' },
    },
    {
      uid: 'love-loki',
      name: 'Loki',
      type: 'loki',
      url: 'http://loki:3100',
      // Prometheus evaluates all rules: without this, Grafana asks Loki for its own and reports that it has none.
      jsonData: { manageAlerts: false },
    },
  ],
  grafana: {
    image: 'grafana/grafana:10.4.2',
    folder: 'Love Parser',
    folderUid: 'love-parser',
    // Beside their provider: that is the folder which the documentation names.
    dashboardsPath: 'grafana/provisioning/dashboards',
    url: 'http://localhost:3001',
    environment: {
      GF_SECURITY_ADMIN_USER: '${GF_SECURITY_ADMIN_USER}',
      GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD}',
    },
    port: 3001,
    volume: 'grafana-data',
  },
  alertmanager: notifications,
  loki: {
    // Promtail's version and its own: 3 drops settings, and its images need another look.
    version: '2.9.4',
    configFile: 'logging/loki-local-config.yaml',
    retention: '30d',
    port: 3100,
    volume: 'loki-data',
  },
  promtail: logFiles,
  compose: {
    // Backend, PostgreSQL and Redis are on it: `docker network create love-parser-net`.
    network: { name: 'love-parser-net', external: true },
    services: {
      'postgres-exporter': {
        image: 'quay.io/prometheuscommunity/postgres-exporter:v0.15.0',
        // Off by default; query duration and slow queries need it.
        command: ['--collector.stat_statements'],
        environment: { DATA_SOURCE_NAME: '${POSTGRES_EXPORTER_DSN}' },
      },
      'redis-exporter': {
        image: 'oliver006/redis_exporter:v1.62.0',
        environment: { REDIS_ADDR: '${REDIS_EXPORTER_ADDR}' },
      },
      'node-exporter': {
        image: 'prom/node-exporter:v1.7.0',
        // On the network of the others, or Prometheus could not reach it by its name; the host's disks are seen below /host.
        command: ['--path.rootfs=/host'],
        volumes: ['/:/host:ro,rslave'],
        pid: 'host',
      },
    },
  },
});
