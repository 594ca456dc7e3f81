import type { StackSpec } from '../../lib/index.ts';

/** What the scraper, Alertmanager and a Grafana of one's own have to be told. */
export const environment = {
  SCRAPE_TARGET: {
    help: 'Address of the runner, host and port. Behind a single host name there must be a single machine: with several, each scrape would ask another one, and every counter would jump.',
    default: 'beacon-runner-production.fly.dev:443',
  },
  GC_REMOTE_WRITE_URL: {
    help: 'Where the samples are sent: the remote write endpoint of Grafana Cloud, or of any Prometheus or Mimir.',
    example: 'https://prometheus.example.net/api/prom/push',
  },
  GC_USERNAME: {
    help: 'Instance ID of the metrics of Grafana Cloud.',
    example: '123456',
  },
  GC_PASSWORD: {
    help: 'Access token of Grafana Cloud that may write metrics, and read them for a Grafana of your own.',
    secret: true,
  },
  GC_QUERY_URL: {
    help: 'Where a Grafana of your own asks for the samples. Grafana Cloud has this datasource already.',
    example: 'https://prometheus.example.net/api/prom',
    optional: true,
  },
  SLACK_WEBHOOK_URL: {
    help: 'Incoming webhook of Slack for #beacon-alerts. Empty: Slack is not told.',
    secret: true,
    optional: true,
  },
  PAGERDUTY_ROUTING_KEY: {
    help: 'Integration key of the Events API v2 of PagerDuty, for critical alerts. Empty: PagerDuty is not told.',
    secret: true,
    optional: true,
  },
  ALERT_EMAIL_TO: {
    help: 'Who gets mail; several addresses are separated with commas. Empty: no mail is sent. Else all settings below are needed.',
    optional: true,
  },
  ALERT_EMAIL_FROM: {
    help: 'Sender of the mail, such as beacon-alerts@example.com.',
    optional: true,
  },
  SMTP_HOST: {
    help: 'Mail server that speaks TLS, host and port: smtp.example.com:587.',
    optional: true,
  },
  SMTP_USERNAME: { help: 'User name at the mail server.', optional: true },
  SMTP_PASSWORD: { help: 'Password at the mail server.', secret: true, optional: true },
} as const satisfies StackSpec['environment'];
