import type { StackSpec } from '../../lib/index.ts';

/** The backend's own log, what containers print, and PostgreSQL's log. */
export const logFiles = {
  version: '2.9.4',
  configFile: 'logging/promtail-config.yml',
  sources: {
    // Winston writes one JSON object a line: level, message, timestamp, service and whatever the caller adds.
    'backend-winston': {
      path: '/var/log/love-parser/*.log',
      stages: [
        { json: { level: 'level', service: 'service', timestamp: 'timestamp' } },
        { labels: ['level', 'service'] },
        { timestamp: { source: 'timestamp', format: 'RFC3339' } },
      ],
    },
    docker: {
      path: '/var/lib/docker/containers/*/*.log',
      stages: [{ docker: true }],
    },
    'postgres-logs': {
      path: '/var/log/postgresql/*.log',
      stages: [
        // A statement goes on over lines that do not begin with a date.
        { multiline: { firstLine: '^\\d{4}-\\d{2}-\\d{2} ' } },
        { regex: '\\s(?P<level>LOG|WARNING|ERROR|FATAL|PANIC):\\s' },
        // What `log_min_duration_statement` logs. The milliseconds are too many values for a label.
        { regex: '(?P<event>duration): [\\d.]+ ms' },
        { labels: ['level', 'event'] },
      ],
    },
  },
  volumes: [
    '${PROMTAIL_BACKEND_LOG_DIR}:/var/log/love-parser:ro',
    '/var/lib/docker/containers:/var/lib/docker/containers:ro',
    '/var/log/postgresql:/var/log/postgresql:ro',
  ],
  volume: 'promtail-positions',
} as const satisfies StackSpec['promtail'];
