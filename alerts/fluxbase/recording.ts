import { record, ruleGroup } from '../../lib/index.ts';
import { m } from '../../systems/fluxbase/index.ts';

/**
 * Every endpoint has series of its own, each with twelve buckets: a query over weeks would read them all. These are added
 * up once, when they are written.
 */
export const requestRate = record({
  name: 'service:http_requests:rate5m',
  expr: m.http_requests_total.rate('5m').sumBy('service'),
});

export const requestRateByStatus = record({
  name: 'service_status:http_requests:rate5m',
  expr: m.http_requests_total.rate('5m').sumBy('service', 'status'),
});

export const durationBuckets = record({
  name: 'service_le:http_request_duration_seconds_bucket:rate5m',
  expr: m.http_request_duration_seconds.bucket.rate('5m').sumBy('service', 'le'),
});

export default ruleGroup(
  'fluxbase-recording',
  [requestRate, requestRateByStatus, durationBuckets],
  { interval: '15s' },
);
