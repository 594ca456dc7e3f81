import { defineStack } from '../../lib/index.ts';

/** Producer and consumer on Railway; Prometheus and Grafana as images of their own, built there or by Compose. */
export const stack = defineStack({
  name: 'flashcastr',
  title: 'Flashcastr',
  environment: {
    INVADERS_BOT_TARGET: {
      help: "Address of the producer's metrics, host and port, on Railway's private network.",
      example: 'producer.railway.internal:9090',
    },
    INVADERS_CONSUMER_TARGET: {
      help: 'Address of the consumer behind its reverse proxy. Its metrics are served with TLS on port 443.',
      example: 'consumer.flashcastr.app',
    },
    PROMETHEUS_INTERNAL_URL: {
      help: 'Where Grafana reaches Prometheus.',
      default: 'http://prometheus:9090',
    },
    GF_SECURITY_ADMIN_USER: { help: "Name of Grafana's administrator.", default: 'admin' },
    GF_SECURITY_ADMIN_PASSWORD: {
      // The documentation promises admin/admin on a laptop.
      help: "Password of Grafana's administrator. The default is for a laptop only: set another one anywhere else.",
      default: 'admin',
      secret: true,
    },
  },
  prometheus: {
    version: '3.2.1',
    image: 'prom/prometheus:v3.2.1',
    dockerfile: 'prometheus/dockerfile',
    configFile: 'prometheus/prom.yml',
    rulesFile: 'prometheus/rules/{group}.yml',
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    port: 9090,
    volume: 'prometheus_data',
  },
  jobs: {
    prometheus: { targets: ['localhost:9090'] },
    'invaders-bot': { targets: ['${INVADERS_BOT_TARGET}'], path: '/metrics' },
    // The consumer listens on the loopback interface only; what is public is the proxy in front of it.
    'invaders-consumer': {
      targets: ['${INVADERS_CONSUMER_TARGET}'],
      scheme: 'https',
      path: '/metrics',
    },
  },
  datasources: [
    {
      uid: 'grafana_prometheus',
      name: 'Prometheus',
      type: 'prometheus',
      url: '${PROMETHEUS_INTERNAL_URL}',
      default: true,
      jsonData: { httpMethod: 'POST' },
    },
  ],
  grafana: {
    image: 'grafana/grafana-oss:11.5.2',
    dockerfile: 'grafana/dockerfile',
    folder: 'Flashcastr',
    dashboardsPath: 'grafana/dashboards',
    url: 'http://localhost:3000',
    environment: {
      GF_SECURITY_ADMIN_USER: '${GF_SECURITY_ADMIN_USER}',
      GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD}',
      PROMETHEUS_INTERNAL_URL: '${PROMETHEUS_INTERNAL_URL}',
    },
    port: 3000,
    volume: 'grafana_data',
  },
  compose: {},
});
