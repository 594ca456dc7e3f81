import { alert, constant, given, missing, ruleGroup } from '../../lib/index.ts';
import { m } from '../../systems/beacon/index.ts';

const { up } = m;
const RUNNER = { job: 'beacon-runner', instance: 'beacon-runner' } as const;

export const runnerDown = alert({
  name: 'RunnerDown',
  // Where the job is not scraped at all there is no `up` that could be 0.
  expr: up.eq(0).orMixed(up.absent('job')),
  for: '1m',
  severity: 'critical',
  summary: 'Beacon runner is not answering',
  description: 'The metrics endpoint has failed for a minute.',
  runbook: {
    meaning:
      'The runner has not answered a scrape for a minute, or nobody scrapes it under the job name `beacon-runner`.',
    impact:
      'If the runner is down, no job is accepted or executed and clients lose their connection. In any case every other panel and alert is blind.',
    diagnosis: [
      'Ask the runner yourself: `curl -sS https://beacon-runner-production.fly.dev/metrics | head`.',
      'It answers: the scraper is at fault. Look at the log of Alloy or of the Prometheus agent, at its password for the remote write, and at the job name it sends.',
      'It does not answer: `fly status -a beacon-runner-production` shows machines and health checks, `fly logs -a beacon-runner-production` why they ended.',
      'Look at System health: an uptime that keeps falling to zero is a crash loop. Resource usage shows whether memory ran out before.',
    ],
    mitigation: [
      'Restart it: `fly apps restart beacon-runner-production`.',
      'Roll back the deploy that came just before: `fly releases -a beacon-runner-production` lists them.',
      'A machine that was stopped because nothing used it starts with the next request; keep one running with `min_machines_running = 1`.',
    ],
  },
  cases: [
    {
      name: 'fires after a minute without an answer',
      given: [given(up, RUNNER, constant(0))],
      at: '1m',
      fires: [{ labels: RUNNER }],
    },
    {
      name: 'is quiet a scrape before the minute is over',
      given: [given(up, RUNNER, constant(0))],
      at: '45s',
    },
    { name: 'is quiet while it answers', given: [given(up, RUNNER, constant(1))], at: '10m' },
    {
      name: 'fires where nothing is scraped under the job name',
      given: [given(up, RUNNER, missing())],
      at: '1m',
      fires: [{ labels: { job: 'beacon-runner' } }],
    },
    {
      name: 'is quiet after a single failed scrape',
      given: [
        given(
          up,
          RUNNER,
          constant(1).lasting('2m').then(constant(0).lasting('15s')).then(constant(1)),
        ),
      ],
      at: '195s',
    },
  ],
});

export default ruleGroup('beacon-availability', [runnerDown]);
