import type { StackSpec } from '../../lib/index.ts';

/** What differs between installations, and every secret. */
export const environment = {
  GF_SECURITY_ADMIN_USER: { help: "Name of Grafana's administrator.", example: 'admin' },
  GF_SECURITY_ADMIN_PASSWORD: { help: "Password of Grafana's administrator.", secret: true },
  POSTGRES_EXPORTER_DSN: {
    help: 'How the exporter reaches PostgreSQL: postgresql://user:password@postgres:5432/love_parser?sslmode=disable.\nThe role needs pg_monitor; query durations need the extension pg_stat_statements.',
    secret: true,
  },
  REDIS_EXPORTER_ADDR: {
    help: 'How the exporter reaches Redis: redis://redis:6379, with a password redis://:password@redis:6379.',
    default: 'redis://redis:6379',
  },
  PROMTAIL_BACKEND_LOG_DIR: {
    help: "Folder of the host with the backend's log files, from the folder of the Compose file.",
    default: '../backend/logs',
  },
  SLACK_WEBHOOK_URL: {
    help: 'Incoming webhook of Slack, for warnings: https://hooks.slack.com/services/….',
    secret: true,
  },
  SLACK_CHANNEL: { help: 'Channel for warnings.', default: '#ops-love-parser' },
  SMTP_HOST: {
    help: 'Mail server with TLS, host and port, for critical alerts.',
    example: 'smtp.example.com:587',
  },
  SMTP_USERNAME: { help: 'Account at the mail server.', example: 'monitoring@example.com' },
  SMTP_PASSWORD: { help: 'Password of that account.', secret: true },
  ALERT_EMAIL_FROM: { help: 'Sender of the mails.', example: 'monitoring@example.com' },
  ALERT_EMAIL_TO: {
    help: 'Who gets critical alerts by mail; several are separated with commas.',
    example: 'oncall@example.com',
  },
  SMS_WEBHOOK_URL: {
    help: 'Webhook of an SMS gateway, for alerts with notify_sms="true". Empty: no SMS is sent.',
    secret: true,
    optional: true,
  },
  SMS_API_TOKEN: {
    help: 'Token for that webhook, sent as Authorization: Bearer.',
    secret: true,
    optional: true,
  },
  PAGERDUTY_ROUTING_KEY: {
    help: "Integration key of PagerDuty's Events API v2, for critical alerts. Empty: PagerDuty is not called.",
    secret: true,
    optional: true,
  },
} as const satisfies StackSpec['environment'];
