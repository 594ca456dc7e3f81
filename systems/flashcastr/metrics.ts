import { any, defineCatalog } from '../../lib/index.ts';
import { SCRAPE } from '../shared/scrape.ts';
import { stack } from './stack.ts';

const MEMORY_TYPES = ['heap_used', 'heap_total', 'rss', 'external'] as const;

/** The producer, `invaders.bot`: pulls flashes from the Space Invaders API and publishes them. */
export const bot = defineCatalog(stack.jobs['invaders-bot'], {
  invaders_bot_flashes_new_total: {
    kind: 'counter',
    unit: 'flashes',
    healthy: 0.2,
    help: 'Flashes not seen before, written to the database.',
  },
  invaders_bot_api_calls_total: {
    kind: 'counter',
    unit: 'calls',
    healthy: 0.05,
    help: 'Calls to the Space Invaders API, by result.',
    labels: { result: ['success', 'error'] },
    // prom-client creates a labelled counter at its first increment.
    optional: true,
  },
  invaders_bot_sync_skipped_total: {
    kind: 'counter',
    unit: 'syncs',
    healthy: 0.01,
    help: 'Sync runs that did nothing, by why.',
    labels: { reason: ['no_changes', 'backoff', 'off_peak_hours'] },
    optional: true,
  },
  invaders_bot_consecutive_unchanged_syncs: {
    kind: 'gauge',
    unit: 'syncs',
    healthy: [0, 3],
    help: 'Length of the current streak of syncs without new flashes.',
  },
  invaders_bot_last_flash_count: {
    kind: 'gauge',
    unit: 'flashes',
    healthy: [1_050_000, 1_060_000],
    help: 'Flash total in the newest API answer.',
  },
  invaders_bot_sync_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 3,
    help: 'Wall time of one sync.',
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120],
  },
  invaders_bot_messages_published_total: {
    kind: 'counter',
    unit: 'messages',
    healthy: 0.2,
    help: 'Messages that RabbitMQ accepted.',
  },
  invaders_bot_messages_failed_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'RabbitMQ publishes that failed.',
  },
  invaders_bot_casts_published_total: {
    kind: 'counter',
    unit: 'casts',
    healthy: 0.05,
    help: 'Casts posted to Farcaster.',
  },
  invaders_bot_casts_failed_total: {
    kind: 'counter',
    unit: 'casts',
    help: 'Farcaster casts that failed.',
  },
  invaders_bot_last_sync_timestamp: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'Time of the last sync that found something; 0 until there was one.',
  },
  invaders_bot_last_api_call_timestamp: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'Time of the last API call, good or bad; 0 until there was one.',
  },
  invaders_bot_uptime_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Age of the process.',
  },
  invaders_bot_memory_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [60e6, 120e6],
    help: 'Node memory by kind, refreshed every 5 s.',
    labels: { type: MEMORY_TYPES },
  },
});

/** The consumer, `invaders.consumer`: pins images to IPFS and updates PostgreSQL. */
export const consumer = defineCatalog(stack.jobs['invaders-consumer'], {
  invaders_consumer_flashes_processed_total: {
    kind: 'counter',
    unit: 'flashes',
    healthy: 0.2,
    help: 'Flashes finished.',
  },
  invaders_consumer_flashes_failed_total: {
    kind: 'counter',
    unit: 'flashes',
    help: 'Flashes whose processing failed.',
  },
  invaders_consumer_ipfs_uploads_total: {
    kind: 'counter',
    unit: 'uploads',
    healthy: 0.2,
    help: 'Images pinned.',
  },
  invaders_consumer_ipfs_failures_total: {
    kind: 'counter',
    unit: 'uploads',
    help: 'Image pins that failed.',
  },
  invaders_consumer_processing_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 1.2,
    help: 'Time to process one flash.',
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60],
  },
  invaders_consumer_processing_rate: {
    kind: 'gauge',
    unit: 'flashes',
    healthy: [0.1, 0.3],
    help: 'Rolling rate computed in the process, flashes per second.',
    deprecated: 'use the rate of invaders_consumer_flashes_processed_total',
  },
  invaders_consumer_queue_depth: {
    kind: 'gauge',
    unit: 'messages',
    healthy: [0, 40],
    help: 'Messages waiting in RabbitMQ.',
  },
  // Two names for one state: the documentation and its dashboards have the first, the consumer's source the second.
  invaders_consumer_circuit_breaker_state: {
    kind: 'gauge',
    unit: 'state',
    healthy: 0,
    range: [0, 1],
    help: 'IPFS circuit breaker: 0 closed, 1 open.',
    deprecated: 'the consumer now has invaders_consumer_circuit_breaker_open',
    optional: true,
  },
  invaders_consumer_circuit_breaker_open: {
    kind: 'gauge',
    unit: 'state',
    healthy: 0,
    range: [0, 1],
    help: 'IPFS circuit breaker: 0 closed, 1 open.',
    optional: true,
  },
  invaders_consumer_consecutive_failures: {
    kind: 'gauge',
    unit: 'failures',
    healthy: [0, 1],
    help: 'Length of the current streak of failures.',
    labels: { type: any },
  },
  invaders_consumer_last_processed_timestamp: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'Time at which the last flash was finished; 0 until there was one.',
  },
  invaders_consumer_uptime_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Age of the process.',
  },
  invaders_consumer_memory_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [80e6, 150e6],
    help: 'Node memory by kind.',
    labels: { type: MEMORY_TYPES },
  },
});

/** The scrapes of both services. */
export const services = defineCatalog(
  [stack.jobs['invaders-bot'], stack.jobs['invaders-consumer']],
  SCRAPE,
);

export const m = { ...bot.m, ...consumer.m, ...services.m };
