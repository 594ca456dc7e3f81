import type { MetricSpecs } from '../../lib/index.ts';

/**
 * Metrics that a fork of Fluxbase adds with the Go client library. These two are the ones of its documentation; one that is
 * added here can be drawn and watched like any other.
 */
export const CUSTOM = {
  fluxbase_custom_events_total: {
    kind: 'counter',
    unit: 'events',
    healthy: 0.5,
    help: 'Events of your own.',
    optional: true,
  },
  fluxbase_custom_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.02,
    help: 'Duration of an operation of your own.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    optional: true,
  },
} as const satisfies MetricSpecs;
