import { testDrawnSystem } from './test-drawn-system.ts';

testDrawnSystem('flashcastr', {
  empty: {},
  shown: [
    ['flashcastr-service-status', 'Targets up', ['invaders-bot', 'invaders-consumer'], /^UP, UP$/],
    ['flashcastr-service-status', 'Circuit breaker', ['Breaker'], /^CLOSED$/],
    ['flashcastr-service-status', 'Producer uptime', ['Producer uptime'], /^\d\.\d+ hours$/],
    ['flashcastr-service-status', 'Last sync', ['Last sync'], /^(a minute|a few seconds) ago$/],
    ['flashcastr-service-status', 'API error ratio', ['Error ratio'], /^[\d.]+%$/],
    ['flashcastr-service-status', 'Heap used', ['Producer', 'Consumer'], /^\d+ MiB, \d+ MiB$/],
    ['flashcastr-flashes', 'New flashes', ['New flashes'], /^\d\.\d\d K$/],
    [
      'flashcastr-flashes',
      'Sync duration',
      ['p50', 'p90', 'p99'],
      /^[\d.]+ s, [\d.]+ s, [\d.]+ s$/,
    ],
    ['flashcastr-flashes', 'Casts per minute', ['Published', 'Failed'], /^[\d.]+ c\/m, 0 c\/m$/],
  ],
  colors: [
    ['healthy', 'flashcastr-service-status', 'Circuit breaker', 'green'],
    ['breaker-opens', 'flashcastr-service-status', 'Circuit breaker', 'red'],
    ['healthy', 'flashcastr-service-status', 'Consecutive failures', 'green'],
    ['breaker-opens', 'flashcastr-service-status', 'Consecutive failures', 'red'],
    ['healthy', 'flashcastr-flashes', 'Queue depth now', 'green'],
    ['queue-stalls', 'flashcastr-flashes', 'Queue depth now', 'orange'],
    ['breaker-opens', 'flashcastr-flashes', 'Queue depth now', 'red'],
  ],
});
