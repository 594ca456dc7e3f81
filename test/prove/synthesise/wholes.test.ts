import { expect, it } from 'vitest';

import type { Metric } from '../../../lib/catalog/index.ts';
import { wholeOf } from '../../../lib/prove/synthesise/wholes.ts';

function metric(name: string, kind: Metric['kind'] = 'counter', unit = 'messages'): Metric {
  return { name, kind, unit, help: '', labels: {}, jobs: [] };
}

it.each([
  [
    'messages_failed_total',
    ['sessions_total', 'messages_received_total'],
    'messages_received_total',
  ],
  ['telegram_api_errors_total', ['telegram_api_calls_total'], 'telegram_api_calls_total'],
  // Nothing in common: failures of something that nobody counts.
  ['runner_failures_total', ['messages_received_total'], undefined],
  // No failure.
  ['messages_processed_total', ['messages_received_total'], undefined],
])('%s of %j is a share of %s', (name, others, expected) => {
  const among = [name, ...others].map((each) => metric(each));
  expect(wholeOf(metric(name), among)?.name).toBe(expected);
});

it.each([
  ['http_request_duration_seconds', 'http_requests_total', true],
  ['db_query_duration_seconds', 'db_queries_total', true],
  ['http_request_duration_seconds', 'http_requests_failed_total', false],
  ['job_duration_seconds', 'http_requests_total', false],
])('%s observes each of %s: %s', (name, counter, expected) => {
  const found = wholeOf(metric(name, 'histogram', 'seconds'), [metric(counter)]);
  expect(found).toEqual(expected ? { name: counter, share: 1 } : undefined);
});
