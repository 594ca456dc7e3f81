import type { Service } from '../../lib/index.ts';
import { nginx } from './nginx.ts';

const fluxbase = {
  image: 'ghcr.io/wayli-app/fluxbase:${FLUXBASE_VERSION}',
  environment: {
    FLUXBASE_SERVER_ADDRESS: ':8080',
    FLUXBASE_BASE_URL: '${BASE_URL}',
    FLUXBASE_METRICS_ENABLED: 'true',
    FLUXBASE_DATABASE_HOST: 'postgres',
    FLUXBASE_DATABASE_PORT: '5432',
    FLUXBASE_DATABASE_USER: 'fluxbase',
    FLUXBASE_DATABASE_PASSWORD: '${POSTGRES_PASSWORD}',
    FLUXBASE_DATABASE_DATABASE: 'fluxbase',
    FLUXBASE_AUTH_JWT_SECRET: '${JWT_SECRET}',
    FLUXBASE_SECURITY_SETUP_TOKEN: '${SETUP_TOKEN}',
    FLUXBASE_STORAGE_PROVIDER: 's3',
    FLUXBASE_STORAGE_S3_ENDPOINT: 'http://minio:9000',
    FLUXBASE_STORAGE_S3_ACCESS_KEY: '${MINIO_ROOT_USER}',
    FLUXBASE_STORAGE_S3_SECRET_KEY: '${MINIO_ROOT_PASSWORD}',
    FLUXBASE_STORAGE_S3_REGION: 'us-east-1',
    FLUXBASE_STORAGE_S3_USE_SSL: 'false',
  },
  volumes: ['storage_data:/app/storage', 'functions_data:/app/functions'],
  dependsOn: ['postgres', 'redis', 'minio'],
} as const satisfies Service;

const postgres = {
  image: 'postgres:16-alpine',
  environment: {
    POSTGRES_USER: 'fluxbase',
    POSTGRES_PASSWORD: '${POSTGRES_PASSWORD}',
    POSTGRES_DB: 'fluxbase',
  },
  volumes: ['postgres_data:/var/lib/postgresql/data'],
  healthcheck: { test: ['CMD', 'pg_isready', '-U', 'fluxbase'], interval: '10s', retries: 5 },
} as const satisfies Service;

const redis = {
  image: 'redis:7-alpine',
  command: [
    'redis-server',
    ...['--requirepass', '${REDIS_PASSWORD}'],
    ...['--maxmemory', '256mb', '--maxmemory-policy', 'allkeys-lru'],
  ],
  // For redis-cli, which the health check is.
  environment: { REDISCLI_AUTH: '${REDIS_PASSWORD}' },
  volumes: ['redis_data:/data'],
  healthcheck: { test: ['CMD', 'redis-cli', 'ping'], interval: '10s', retries: 5 },
} as const satisfies Service;

const minio = {
  image: 'minio/minio:RELEASE.2024-05-10T01-41-38Z',
  command: ['server', '/data', '--console-address', ':9001'],
  environment: {
    MINIO_ROOT_USER: '${MINIO_ROOT_USER}',
    MINIO_ROOT_PASSWORD: '${MINIO_ROOT_PASSWORD}',
    // Without it Prometheus would need a token that only a running MinIO can make. Nothing outside reaches this port.
    MINIO_PROMETHEUS_AUTH_TYPE: 'public',
  },
  volumes: ['minio_data:/data'],
} as const satisfies Service;

const exporters = {
  'postgres-exporter': {
    image: 'quay.io/prometheuscommunity/postgres-exporter:v0.15.0',
    environment: {
      DATA_SOURCE_URI: 'postgres:5432/fluxbase?sslmode=disable',
      DATA_SOURCE_USER: 'fluxbase',
      DATA_SOURCE_PASS: '${POSTGRES_PASSWORD}',
    },
    dependsOn: ['postgres'],
  },
  'redis-exporter': {
    image: 'oliver006/redis_exporter:v1.62.0',
    environment: { REDIS_ADDR: 'redis://redis:6379', REDIS_PASSWORD: '${REDIS_PASSWORD}' },
    dependsOn: ['redis'],
  },
  'node-exporter': {
    image: 'prom/node-exporter:v1.7.0',
    // Beside the others, or Prometheus could not reach it by its name; the host's disks are seen below /host.
    command: ['--path.rootfs=/host'],
    volumes: ['/:/host:ro,rslave'],
    pid: 'host',
  },
  cadvisor: {
    image: 'gcr.io/cadvisor/cadvisor:v0.49.1',
    privileged: true,
    devices: ['/dev/kmsg'],
    volumes: [
      '/:/rootfs:ro',
      '/var/run:/var/run:ro',
      '/sys:/sys:ro',
      '/var/lib/docker:/var/lib/docker:ro',
    ],
  },
} as const satisfies Readonly<Record<string, Service>>;

/** What runs beside Prometheus, Grafana and Alertmanager. Only NGINX publishes ports to the network. */
export const services = { nginx, fluxbase, postgres, redis, minio, ...exporters };
