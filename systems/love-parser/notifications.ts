import type { StackSpec } from '../../lib/index.ts';

/**
 * Who is told. The routes that `continue` are for channels that come on top of another one: a critical alert with
 * `notify_sms` reaches SMS, PagerDuty and mail.
 */
export const notifications = {
  version: '0.27.0',
  port: 9093,
  volume: 'alertmanager-data',
  route: {
    receiver: 'slack-notifications',
    groupBy: ['alertname', 'severity'],
    routes: [
      { match: { notify_sms: 'true' }, receiver: 'sms-escalation', continue: true },
      { match: { severity: 'critical' }, receiver: 'pagerduty', continue: true },
      { match: { severity: 'critical' }, receiver: 'email-critical' },
      { match: { severity: 'warning' }, receiver: 'slack-notifications' },
    ],
  },
  receivers: {
    'slack-notifications': {
      slack: {
        apiUrl: '${SLACK_WEBHOOK_URL}',
        channel: '${SLACK_CHANNEL}',
        sendResolved: true,
        title: '[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}',
        text: `{{ range .Alerts }}*{{ .Annotations.summary }}* ({{ .Labels.severity }})
{{ .Annotations.description }}
Runbook: {{ .Annotations.runbook_url }}
Dashboard: {{ .Annotations.dashboard }}
{{ end }}`,
      },
    },
    'email-critical': {
      email: {
        to: '${ALERT_EMAIL_TO}',
        from: '${ALERT_EMAIL_FROM}',
        smarthost: '${SMTP_HOST}',
        auth: { username: '${SMTP_USERNAME}', password: '${SMTP_PASSWORD}' },
        requireTls: true,
        sendResolved: true,
      },
    },
    'sms-escalation': {
      webhook: {
        url: '${SMS_WEBHOOK_URL}',
        bearerToken: '${SMS_API_TOKEN}',
        sendResolved: true,
        when: 'SMS_WEBHOOK_URL',
      },
    },
    pagerduty: {
      pagerduty: {
        routingKey: '${PAGERDUTY_ROUTING_KEY}',
        severity: 'critical',
        sendResolved: true,
        when: 'PAGERDUTY_ROUTING_KEY',
      },
    },
  },
} as const satisfies StackSpec['alertmanager'];
