import type { MetricSpecs } from '../../lib/index.ts';

/** What Prometheus itself records about every scrape of every target. */
export const SCRAPE = {
  up: {
    kind: 'gauge',
    unit: 'state',
    range: [0, 1],
    help: 'Whether the last scrape of the target succeeded: 1 yes, 0 no.',
  },
  scrape_duration_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Duration of the last scrape.',
  },
  scrape_samples_scraped: {
    kind: 'gauge',
    unit: 'samples',
    help: 'Number of samples that the target exposed.',
  },
  scrape_samples_post_metric_relabeling: {
    kind: 'gauge',
    unit: 'samples',
    help: 'Number of samples left after metric relabelling.',
  },
  scrape_series_added: {
    kind: 'gauge',
    unit: 'series',
    help: 'Approximate number of series that were new in this scrape.',
  },
} as const satisfies MetricSpecs;
