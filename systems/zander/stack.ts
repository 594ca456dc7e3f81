import { defineStack } from '../../lib/index.ts';

/**
 * What the server counts about its own work. Both of its endpoints serve one registry, so that each has all metrics: one
 * job drops these names, the other keeps nothing else, and no sample is stored twice.
 */
const APPLICATION_METRICS =
  '(edge_relay_connections|consumer_connections|messages_(received|processed|failed)_.*|buffer_(size|capacity)|active_sessions|sessions_(created|ended)_.*|db_(writes_total|writes_created|write_duration_seconds.*|batch_size.*)|pending_writes|sample_latency_seconds.*|zander_ingestion_info)';

/** The ingestion server with TimescaleDB and Redis, and the monitoring beside it, in one Compose file. */
export const stack = defineStack({
  name: 'zander',
  title: 'Zander Ingestion Server',
  environment: {
    PROMETHEUS_REMOTE_WRITE_URL: {
      help: 'Where samples are sent as well, such as Grafana Cloud: https://prometheus-us-central1.grafana.net/api/prom/push. Nothing is sent while it is empty.',
      optional: true,
    },
    PROMETHEUS_REMOTE_WRITE_USERNAME: {
      help: 'User name there: the number of the Grafana Cloud instance.',
      optional: true,
    },
    PROMETHEUS_REMOTE_WRITE_PASSWORD: {
      help: 'Password there: an API key that may push metrics.',
      secret: true,
      optional: true,
    },
    GF_SECURITY_ADMIN_USER: { help: "Name of Grafana's administrator.", default: 'admin' },
    GF_SECURITY_ADMIN_PASSWORD: {
      // The documentation promises admin/admin on a laptop.
      help: "Password of Grafana's administrator. The default is for a laptop only: set another one anywhere else.",
      default: 'admin',
      secret: true,
    },
    GF_SERVER_ROOT_URL: {
      help: 'Where people open Grafana.',
      default: 'http://localhost:3000',
    },
    INGESTION_IMAGE: {
      help: 'Image of the ingestion server, built in its repository with `docker build -t zander-ingestion:local .`.',
      default: 'zander-ingestion:local',
    },
    EDGE_API_KEY: { help: 'Key that edge relays and consumers have to show.', secret: true },
    POSTGRES_PASSWORD: {
      help: 'Password of the database. It becomes part of a URL: letters and digits only.',
      secret: true,
    },
    LOG_LEVEL: { help: 'How much the ingestion server logs.', default: 'INFO' },
    ENABLE_DB_PERSISTENCE: {
      help: 'Whether samples and predictions are written to the database.',
      default: 'true',
    },
    ENABLE_REDIS_PUBSUB: {
      help: 'Whether consumers are served through Redis.',
      default: 'true',
    },
  },
  prometheus: {
    version: '3.2.1',
    configFile: 'prometheus.yml',
    rulesFile: 'alerts.yml',
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    // Prometheus reads no variables: the entrypoint fills them in, and leaves the block out where there is no URL.
    remoteWrite: [
      {
        url: '${PROMETHEUS_REMOTE_WRITE_URL}',
        basicAuth: {
          username: '${PROMETHEUS_REMOTE_WRITE_USERNAME}',
          password: '${PROMETHEUS_REMOTE_WRITE_PASSWORD}',
        },
        when: 'PROMETHEUS_REMOTE_WRITE_URL',
      },
    ],
    port: 9090,
    volume: 'prometheus_data',
  },
  jobs: {
    'zander-ingestion': {
      targets: ['ingestion:8000'],
      path: '/metrics',
      metricRelabel: [{ sourceLabels: ['__name__'], regex: APPLICATION_METRICS, action: 'drop' }],
    },
    'zander-ingestion-custom': {
      targets: ['ingestion:8000'],
      path: '/metrics-custom',
      metricRelabel: [{ sourceLabels: ['__name__'], regex: APPLICATION_METRICS, action: 'keep' }],
    },
  },
  datasources: [
    {
      uid: 'zander-prom',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
      jsonData: { httpMethod: 'POST' },
    },
  ],
  grafana: {
    image: 'grafana/grafana:11.5.2',
    folder: 'Zander',
    url: 'http://localhost:3000',
    environment: {
      GF_SECURITY_ADMIN_USER: '${GF_SECURITY_ADMIN_USER}',
      GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD}',
      GF_SERVER_ROOT_URL: '${GF_SERVER_ROOT_URL}',
    },
    port: 3000,
    volume: 'grafana_data',
  },
  compose: {
    services: {
      ingestion: {
        image: '${INGESTION_IMAGE}',
        environment: {
          DATABASE_URL: 'postgresql://zander:${POSTGRES_PASSWORD}@postgres:5432/zander',
          REDIS_URL: 'redis://redis:6379/0',
          EDGE_API_KEY: '${EDGE_API_KEY}',
          LOG_LEVEL: '${LOG_LEVEL}',
          ENABLE_DB_PERSISTENCE: '${ENABLE_DB_PERSISTENCE}',
          ENABLE_REDIS_PUBSUB: '${ENABLE_REDIS_PUBSUB}',
        },
        ports: ['8000:8000'],
        dependsOn: ['postgres', 'redis'],
      },
      postgres: {
        image: 'timescale/timescaledb:2.17.2-pg16',
        environment: {
          POSTGRES_USER: 'zander',
          POSTGRES_PASSWORD: '${POSTGRES_PASSWORD}',
          POSTGRES_DB: 'zander',
        },
        volumes: ['postgres_data:/var/lib/postgresql/data'],
        healthcheck: {
          test: ['CMD-SHELL', 'pg_isready -U zander -d zander'],
          interval: '10s',
          timeout: '5s',
          retries: 5,
        },
      },
      redis: { image: 'redis:7.4.2-alpine' },
    },
  },
  runbookFile: 'runbooks/zander.md',
});
