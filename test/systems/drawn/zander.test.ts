import { testDrawnSystem } from './test-drawn-system.ts';

testDrawnSystem('zander', {
  empty: {
    'relays-gone, zander-ingestion': ['Failure percentage'],
    'server-down, zander-ingestion': [
      'Active sessions',
      'Failure percentage',
      'Application info',
      'Buffer fill now',
      'Buffer table',
      'Pending writes',
    ],
  },
  shown: [
    ['zander-ingestion', 'Endpoints', ['zander-ingestion', 'zander-ingestion-custom'], /^UP, UP$/],
    ['zander-ingestion', 'Failure percentage', ['Failed share'], /^0\.\d+%$/],
    ['zander-ingestion', 'Application info', ['Version', 'Environment'], /^1\.4\.2, production$/],
    ['zander-ingestion', 'Buffer fill now', ['19', '42', '7'], /^[\d.]+%, [\d.]+%, [\d.]+%$/],
    [
      'zander-ingestion',
      'Buffer table',
      ['User', 'Samples', 'Capacity', 'Utilisation'],
      /^\d+, \d+, 1 K, [\d.]+%/,
    ],
    ['zander-ingestion', 'Write rate', ['features', 'raw_samples'], /^[\d.]+ wr\/s, [\d.]+ wr\/s$/],
    ['zander-ingestion', 'HTTP latency p95', ['p95'], /^\d+ ms$/],
  ],
  colors: [
    ['healthy', 'zander-ingestion', 'Endpoints', 'green'],
    ['server-down', 'zander-ingestion', 'Endpoints', 'red'],
    ['healthy', 'zander-ingestion', 'Active connections', 'green'],
    ['relays-gone', 'zander-ingestion', 'Active connections', 'red'],
    ['database-slow', 'zander-ingestion', 'Pending writes', 'red'],
  ],
});
