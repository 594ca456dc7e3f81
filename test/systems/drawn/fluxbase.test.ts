import { testDrawnSystem } from './test-drawn-system.ts';

testDrawnSystem('fluxbase', {
  empty: {},
  shown: [
    ['fluxbase-overview', 'Request rate', ['Requests'], /^\d+\.\d req\/s$/],
    ['fluxbase-overview', 'Success rate', ['Success rate'], /^99\.\d%$/],
    [
      'fluxbase-overview',
      'Latency',
      ['p50', 'p95', 'p99', 'p95, 5 minutes'],
      /^[\d.]+ ms, [\d.]+ ms, \d+ ms, [\d.]+ ms$/,
    ],
    [
      'fluxbase-overview',
      'Memory',
      ['Heap fluxbase:8080', 'RSS fluxbase:8080'],
      /^[\d.]+ MiB, \d+ MiB$/,
    ],
    ['fluxbase-database', 'Connection slots used', ['postgres-exporter:9187'], /^\d+(\.\d)?%$/],
    ['fluxbase-infrastructure', 'CPU busy', ['node-exporter:9100'], /^1\d\.\d%$/],
    ['fluxbase-infrastructure', 'Bytes stored', ['Stored'], /^\d+\.\d GiB$/],
    ['fluxbase-monitoring', 'Configuration', ['Configuration'], /^ACCEPTED$/],
    ['fluxbase-services', 'Storage throughput', ['insert', 'select'], /^\d+ kB\/s, \d+ kB\/s$/],
  ],
  colors: [
    ['healthy', 'fluxbase-monitoring', 'Redis', 'green'],
    ['redis-down', 'fluxbase-monitoring', 'Redis', 'red'],
    ['healthy', 'fluxbase-monitoring', 'Configuration', 'green'],
    ['monitoring-gone', 'fluxbase-monitoring', 'Configuration', 'red'],
    ['healthy', 'fluxbase-overview', 'p95 latency', 'green'],
    ['bad-deploy', 'fluxbase-overview', 'p95 latency', 'red'],
  ],
});
