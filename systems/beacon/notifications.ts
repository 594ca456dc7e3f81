import { not, type StackSpec } from '../../lib/index.ts';

const TITLE = '[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}';

const TEXT = `{{ range .Alerts }}*{{ .Annotations.summary }}* ({{ .Labels.severity }})
{{ .Annotations.description }}
Runbook: {{ .Annotations.runbook_url }}
{{ end }}`;

const slack = {
  apiUrl: '${SLACK_WEBHOOK_URL}',
  channel: '#beacon-alerts',
  title: TITLE,
  text: TEXT,
  sendResolved: true,
  when: 'SLACK_WEBHOOK_URL',
} as const;

const email = {
  to: '${ALERT_EMAIL_TO}',
  from: '${ALERT_EMAIL_FROM}',
  smarthost: '${SMTP_HOST}',
  auth: { username: '${SMTP_USERNAME}', password: '${SMTP_PASSWORD}' },
  sendResolved: true,
  when: 'ALERT_EMAIL_TO',
} as const;

/** Who is told; each channel as soon as its variable is set. Only what is critical wakes somebody. */
export const notifications = {
  version: '0.27.0',
  configFile: 'observability/alertmanager/alertmanager.yml',
  route: {
    receiver: 'slack',
    groupBy: ['alertname', 'region'],
    routes: [
      { match: { severity: 'critical' }, receiver: 'on-call', repeatInterval: '1h' },
      { match: { severity: 'warning' }, receiver: 'team' },
    ],
  },
  receivers: {
    slack: { slack },
    team: { slack, email },
    'on-call': {
      slack,
      email,
      pagerduty: {
        routingKey: '${PAGERDUTY_ROUTING_KEY}',
        severity: 'critical',
        description: TITLE,
        sendResolved: true,
        when: 'PAGERDUTY_ROUTING_KEY',
      },
    },
  },
  // Without a runner nothing negotiates and nothing is published: one page is enough.
  inhibit: [
    {
      source: { alertname: 'RunnerDown' },
      target: { alertname: not('RunnerDown') },
      equal: ['system'],
    },
  ],
} as const satisfies StackSpec['alertmanager'];
