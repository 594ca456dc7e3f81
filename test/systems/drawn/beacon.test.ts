import { testDrawnSystem } from './test-drawn-system.ts';

testDrawnSystem('beacon', {
  empty: {},
  shown: [
    [
      'beacon-runner',
      'System health overview',
      ['Runner', 'Uptime', 'Restarts'],
      /^UP, \d\.\d+ hours, 0$/,
    ],
    [
      'beacon-runner',
      'HTTP request latency percentiles',
      ['p50', 'p95', 'p99'],
      /^[\d.]+ ms, \d+ ms, \d+ ms$/,
    ],
    [
      'beacon-runner',
      'Queue health',
      ['Unpublished', 'Oldest age', 'Queue latency p95'],
      /^\d+, [\d.]+ s, [\d.]+ (ms|s)$/,
    ],
    [
      'beacon-runner',
      'Resource usage',
      ['Memory beacon-runner', 'Goroutines beacon-runner', 'WebSocket clients'],
      /^[\d.]+ MiB, \d+, \d+$/,
    ],
  ],
  colors: [
    ['healthy', 'beacon-runner', 'System health overview', 'green'],
    ['healthy', 'beacon-runner', 'Resource usage', 'green'],
    ['goroutines-leak', 'beacon-runner', 'Resource usage', 'red'],
  ],
});
