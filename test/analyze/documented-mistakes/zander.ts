import { alertFile, type Mistake, panelFile } from './mistake.ts';

export const ZANDER: readonly Mistake[] = [
  {
    name: 'an error rate whose two sides have no label set in common',
    wrong: panelFile(
      'rate(messages_failed_total[$__rate_interval]) / rate(messages_received_total[$__rate_interval])',
      { unit: 'percentunit' },
    ),
    code: 'join/never-matches',
    right: panelFile(
      'sum by (message_type) (rate(messages_failed_total[$__rate_interval])) / (sum by (message_type) (rate(messages_received_total[$__rate_interval])) > 0)',
      { legend: '{{message_type}}', unit: 'percentunit' },
    ),
  },
  {
    name: 'a number of connections that is gone when one of its halves is',
    wrong: panelFile('edge_relay_connections + consumer_connections', { unit: 'short' }),
    code: 'value/sum-of-missing',
    right: panelFile(
      '(sum(edge_relay_connections) or vector(0)) + (sum(consumer_connections) or vector(0))',
      {
        unit: 'short',
      },
    ),
  },
  {
    name: 'a quantile for each instance as well as for each table',
    wrong: panelFile(
      'histogram_quantile(0.95, rate(db_write_duration_seconds_bucket[$__rate_interval]))',
      {
        unit: 's',
      },
    ),
    code: 'metric-type/quantile-per-target',
    right: panelFile(
      'histogram_quantile(0.95, sum by (le, table) (rate(db_write_duration_seconds_bucket[$__rate_interval])))',
      { unit: 's', legend: '{{table}}' },
    ),
  },
  {
    name: 'failures per second where the share of failures is meant',
    wrong: alertFile('rate(messages_failed_total[5m]) > 0.01', { name: 'HighErrorRate' }),
    code: 'unit/rate-as-share',
    right: alertFile(
      'sum by (message_type) (rate(messages_failed_total[5m])) / (sum by (message_type) (rate(messages_received_total[5m])) > 0) > 0.01',
      { name: 'HighErrorRate' },
    ),
  },
  {
    name: 'no connections, which a target that is down does not report either',
    wrong: alertFile('edge_relay_connections == 0', { name: 'NoConnections', for: '10m' }),
    code: 'alert/silent-when-gone',
    right: alertFile('(sum(edge_relay_connections) or vector(0)) == 0', {
      name: 'NoConnections',
      for: '10m',
    }),
  },
  {
    name: 'a quantile of seconds that cannot be above the last bucket, 1 s',
    wrong: panelFile(
      'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[$__rate_interval])))',
      { unit: 's', red: 2 },
    ),
    code: 'value/beyond-buckets',
    right: panelFile(
      'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_highr_seconds_bucket[$__rate_interval])))',
      { unit: 's', red: 2 },
    ),
  },
  {
    name: 'a quantile of batches of 50, with buckets up to 10',
    wrong: alertFile(
      'histogram_quantile(0.5, sum by (le, table) (rate(db_batch_size_bucket[5m]))) > 40',
    ),
    code: 'value/beyond-buckets',
    right: alertFile(
      'sum by (table) (rate(db_batch_size_sum[5m])) / (sum by (table) (rate(db_batch_size_count[5m])) > 0) > 40',
    ),
  },
  {
    name: 'a line for every user there ever was',
    wrong: panelFile('sum by (user_id) (rate(messages_received_total[$__rate_interval]))', {
      legend: '{{user_id}}',
    }),
    code: 'cardinality/unbounded-label',
    right: panelFile(
      'topk(10, sum by (user_id) (rate(messages_received_total[$__rate_interval])))',
      {
        legend: '{{user_id}}',
      },
    ),
  },
  {
    name: 'requests in flight under a name that the library does not have',
    wrong: panelFile('sum(http_requests_in_progress)', { unit: 'short' }),
    code: 'promql/deprecated-metric',
    right: panelFile('sum(http_requests_inprogress or http_requests_in_progress)', {
      unit: 'short',
    }),
  },
];
