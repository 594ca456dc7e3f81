import { type Mistake, panelFile } from './mistake.ts';

export const FLASHCASTR: readonly Mistake[] = [
  {
    name: 'a stat of a metric that has a value for each type of failure',
    wrong: panelFile('invaders_consumer_consecutive_failures', { type: 'stat', unit: 'short' }),
    code: 'panel/several-values',
    right: panelFile('max(invaders_consumer_consecutive_failures)', {
      type: 'stat',
      unit: 'short',
    }),
  },
  {
    name: 'a line for each replica',
    wrong: panelFile(
      'histogram_quantile(0.90, rate(invaders_consumer_processing_duration_seconds_bucket[$__rate_interval]))',
      { unit: 's', legend: 'p90' },
    ),
    code: 'metric-type/quantile-per-target',
    right: panelFile(
      'histogram_quantile(0.90, sum by (le) (rate(invaders_consumer_processing_duration_seconds_bucket[$__rate_interval])))',
      { unit: 's', legend: 'p90' },
    ),
  },
  {
    name: 'a total of errors that is nothing on a healthy service',
    wrong: panelFile('sum(increase(invaders_bot_api_calls_total{result="error"}[$__range]))', {
      type: 'stat',
    }),
    code: 'panel/no-data-for-none',
    right: panelFile(
      'sum(increase(invaders_bot_api_calls_total{result="error"}[$__range])) or vector(0)',
      { type: 'stat' },
    ),
  },
  {
    name: 'a breaker under a name that the consumer does not have any more',
    wrong: panelFile('max(invaders_consumer_circuit_breaker_state)', { type: 'stat' }),
    code: 'promql/deprecated-metric',
    right: panelFile(
      'max(invaders_consumer_circuit_breaker_state or invaders_consumer_circuit_breaker_open)',
      { type: 'stat' },
    ),
  },
];
