import type { StackSpec } from '../../lib/index.ts';

/** Everything goes to one channel, a message for each alert that fires, with all of its series. */
export const notifications = {
  version: '0.27.0',
  configFile: 'deploy/monitoring/alertmanager.yml',
  receivers: {
    slack: {
      slack: {
        apiUrl: '${SLACK_WEBHOOK_URL}',
        channel: '#alerts',
        title: '{{ .GroupLabels.alertname }}',
        text: '{{ range .Alerts }}{{ .Annotations.description }}\n{{ end }}',
        sendResolved: true,
      },
    },
  },
  route: { receiver: 'slack', groupBy: ['alertname'] },
  port: '127.0.0.1:9093',
  volume: 'alertmanager_data',
} as const satisfies StackSpec['alertmanager'];
