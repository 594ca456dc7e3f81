import { alert, constant, given, missing, type Samples } from '../../../lib/index.ts';
import { m, stack } from '../../../systems/zander/index.ts';
import { targetMissing } from '../../shared/target-missing.ts';

const up = m.up.where({ job: 'zander-ingestion' });

/** Not of the type of the labels that it fires with: of two sides of `or` the type knows only what both have. */
const TARGET: Readonly<Record<string, string>> = {
  job: 'zander-ingestion',
  instance: 'ingestion:8000',
};

const scrape = (samples: Samples) => given(up, TARGET, samples);

export const ingestionDown = alert({
  name: 'IngestionDown',
  expr: up.eq(0).orMixed(up.absent('job')),
  for: '2m',
  severity: 'critical',
  summary: 'Ingestion server cannot be scraped',
  description: 'No answer from the metrics endpoint for two minutes.',
  runbook: {
    meaning:
      'Prometheus asks the server for its metrics each 15 seconds, and there has been no answer for two minutes, or no such target.',
    impact:
      'The server is down or unreachable: relays cannot send, consumers get nothing. Panels are empty, and the alerts about messages, buffers and the database are silent until it answers.',
    diagnosis: [
      'Status > Targets in Prometheus has the error of the last scrape of job `zander-ingestion`: refused, timed out, no such host.',
      'Ask the server itself: `curl -sS http://ingestion:8000/metrics | head`, from the network of Prometheus.',
      'Refused: `docker compose ps ingestion` and its log; on Railway or Fly.io the deploys and logs around that time. Killed for memory shows as exit code 137.',
      'Timed out: the event loop is blocked, or the host is out of CPU. Row Runtime until the gap: memory, CPU, garbage collection.',
      'A start that fails: can the server reach TimescaleDB (`DATABASE_URL`) and Redis (`REDIS_URL`).',
    ],
    mitigation: [
      'Start or restart the server.',
      'Began with a deploy: roll it back.',
      'The database or Redis is down: start it first, then the server.',
      'The address changed: correct the target in the stack, build, and restart Prometheus.',
    ],
  },
  cases: [
    {
      name: 'fires for a server that has not answered for two minutes',
      given: [scrape(constant(1).lasting('5m').then(constant(0)))],
      at: '7m',
      fires: [{ labels: TARGET }],
    },
    { name: 'is quiet while it answers', given: [scrape(constant(1))], at: '30m' },
    {
      name: 'is quiet a minute before the two are over',
      given: [scrape(constant(1).lasting('5m').then(constant(0)))],
      at: '6m',
    },
    {
      name: 'fires where there is no target',
      given: [scrape(missing())],
      at: '2m',
      fires: [{ labels: { job: 'zander-ingestion' } }],
    },
    {
      name: 'is quiet where only the other endpoint does not answer',
      given: [
        scrape(constant(1)),
        given(m.up, { job: 'zander-ingestion-custom', instance: 'ingestion:8000' }, constant(0)),
      ],
      at: '30m',
    },
  ],
});

/** The alerts about messages, buffers and the database live on this endpoint: without it they would be silent. */
export const customMetricsDown = targetMissing(stack.jobs['zander-ingestion-custom'], {
  name: 'CustomMetricsDown',
  for: '5m',
  severity: 'warning',
  what: 'Endpoint of the application metrics',
  impact: 'Messages, buffers, sessions and the database are not watched.',
  beside: stack.jobs['zander-ingestion'],
});
