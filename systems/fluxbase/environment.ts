import type { StackSpec } from '../../lib/index.ts';

/** What the operator fills in; none of the secrets has a default, but for Grafana's, which its documentation promises. */
export const environment = {
  GF_SECURITY_ADMIN_USER: { help: "Name of Grafana's administrator.", default: 'admin' },
  GF_SECURITY_ADMIN_PASSWORD: {
    help: "Password of Grafana's administrator. Everybody knows the default: change it before the first start.",
    default: 'admin',
    secret: true,
  },
  SLACK_WEBHOOK_URL: {
    help: 'Incoming webhook of the Slack workspace that alerts are sent to, channel #alerts.',
    secret: true,
  },
  REMOTE_WRITE_URL: {
    help: 'Another Prometheus that gets all samples as well: https://prometheus.example.com/api/v1/write. Empty: nothing is sent.',
    optional: true,
  },
  REMOTE_WRITE_USERNAME: { help: 'Its user, where it is given.', optional: true },
  REMOTE_WRITE_PASSWORD: { help: "That user's password.", secret: true, optional: true },
  FLUXBASE_VERSION: { help: 'Tag of the image of Fluxbase. Name a release.', default: 'latest' },
  FLUXBASE_METRICS_PORT: {
    help: 'Port that Fluxbase serves its metrics on. Releases with a metrics server of its own (`FLUXBASE_METRICS_ENABLED`) use 9090: set that there.',
    default: '8080',
  },
  BASE_URL: { help: 'Where people reach Fluxbase.', default: 'http://localhost' },
  JWT_SECRET: {
    help: 'Signs the tokens of logins. At least 32 characters: `openssl rand -base64 32`.',
    secret: true,
  },
  SETUP_TOKEN: { help: 'Wanted from whoever sets up the first administrator.', secret: true },
  POSTGRES_PASSWORD: { help: 'Password of the role `fluxbase`.', secret: true },
  REDIS_PASSWORD: { help: 'Password of Redis.', secret: true },
  MINIO_ROOT_USER: { help: 'Access key of MinIO.', default: 'fluxbase' },
  MINIO_ROOT_PASSWORD: { help: 'Secret key of MinIO, at least 8 characters.', secret: true },
} as const satisfies StackSpec['environment'];
