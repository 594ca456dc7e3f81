import { change, defineWorld, scenario } from '../../lib/index.ts';
import { m } from './metrics.ts';

const noOffers = scenario({
  name: 'no-offers',
  description: 'The Golem market has no providers: no job finds an offer, and jobs fail.',
  changes: [
    change(m.negotiation_offers_seen_total).rate(0),
    change(m.negotiation_offers_matched_p0p2_total).rate(0),
    change(m.negotiation_offers_p3_total).rate(0),
    change(m.negotiation_probes_passed_total).rate(0),
    change(m.negotiation_probes_failed_total).rate(0),
    change(m.jobs_processed_total).rate(0),
    change(m.jobs_failed_total).rate(0.29),
  ],
  fires: [
    { alert: 'NoOffersAvailable', within: '16m' },
    { alert: 'HighJobFailureRate', within: '4m' },
  ],
});

const redisRefuses = scenario({
  name: 'outbox-stuck',
  description: 'Redis refuses what the outbox publishes: rows wait, and the oldest grows old.',
  changes: [
    change(m.outbox_published_total).rate(0),
    change(m.outbox_publish_errors_total).rate(0.3),
    change(m.outbox_unpublished_count).grow(0.3),
    change(m.outbox_oldest_unpublished_age_seconds).grow(1),
    change(m.jobs_processed_total).rate(0),
    change(m.jobs_failed_total).rate(0),
  ],
  fires: [
    { alert: 'JobsStuckInQueue', within: '6m' },
    { alert: 'OldUnpublishedJobs', within: '7m' },
  ],
});

const badProviders = scenario({
  name: 'probes-fail',
  description:
    'Providers in Asia claim a region that they are not in: most probes contradict them.',
  changes: [
    change(m.negotiation_probes_passed_total.where({ region: 'ASIA' })).rate(0.03),
    change(m.negotiation_probes_failed_total.where({ region: 'ASIA' })).rate(0.1),
  ],
  fires: [{ alert: 'LowNegotiationSuccess', within: '14m', labels: { region: 'ASIA' } }],
});

const leak = scenario({
  name: 'goroutines-leak',
  description: 'Each job leaves a goroutine and its memory behind.',
  changes: [
    change(m.go_goroutines).grow(0.1),
    change(m.goroutine_count).grow(0.1),
    change(m.go_memstats_alloc_bytes).grow(150_000),
    change(m.go_memstats_heap_alloc_bytes).grow(150_000),
  ],
  fires: [
    { alert: 'TooManyGoroutines', within: '20m' },
    { alert: 'HighMemory', within: '65m' },
  ],
});

export default defineWorld({
  labels: {
    path: ['/api/v1/jobs', '/api/v1/jobs/:id', '/health'],
    region: ['US', 'EU', 'ASIA'],
    error_type: ['timeout', 'provider_gone'],
    job_id: ['j-1'],
    model_id: ['llama'],
  },
  scenarios: [noOffers, redisRefuses, badProviders, leak],
});
