import {
  alert,
  constant,
  defineCatalog,
  Duration,
  type DurationLike,
  given,
} from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { SCRAPE } from '../../systems/shared/scrape.ts';
import { anotherIsDown } from './another-is-down.ts';
import { aMinuteEarly, fiveMinutesFine, justInTime } from './five-minutes-fine.ts';
import { targetLabels } from './target-labels.ts';

export interface TargetDownOptions {
  readonly name: string;
  /** At least a minute. */
  readonly for: DurationLike;
  /** Default: for containers that Compose starts. */
  readonly diagnosis?: readonly string[];
  /** Default: for containers that Compose starts. */
  readonly mitigation?: readonly string[];
  /** Another job of the system: a case shows that the alert is quiet while only its target is down. */
  readonly beside?: AnyJob;
}

/**
 * Fires for each target of the jobs that Prometheus cannot scrape. A target that is no longer configured is not there to
 * be down: see `targetMissing`. All targets of the jobs carry the same labels besides `job` and `instance`, or none.
 *
 * @example
 * targetDown([stack.jobs.api, stack.jobs.worker], { name: 'TargetDown', for: '5m' })
 * // up{job=~"api|worker"} == 0
 */
export function targetDown(
  jobs: readonly [AnyJob, ...AnyJob[]],
  { name, for: hold, diagnosis = DIAGNOSIS, mitigation = MITIGATION, beside }: TargetDownOptions,
) {
  const { up } = defineCatalog(jobs, SCRAPE).m;
  const length = Duration.of(hold);
  const minutes = length.inSeconds / 60;
  const [first, ...others] = jobs;
  const target = targetLabels(first);
  const answering = others.map((job) => given(up, targetLabels(job), GOOD));
  const world = (of: typeof GOOD) => [given(up, target, of), ...answering];
  return alert({
    name,
    expr: up.eq(0),
    for: length,
    severity: 'critical',
    summary: '{{ $labels.job }} cannot be scraped',
    description: `{{ $labels.instance }} has not answered for ${minutes} min.`,
    runbook: {
      meaning: `Prometheus asks every target for its metrics, and this one has not answered for ${minutes} minutes.`,
      impact:
        'The target is down or cannot be reached, and every panel and every other alert about it is blind until it answers.',
      diagnosis,
      mitigation,
    },
    cases: [
      {
        name: `fires for the one that has been down for ${minutes} minutes`,
        given: world(FAILING),
        at: justInTime(length),
        fires: [
          {
            labels: target,
            summary: `${first.name} cannot be scraped`,
            description: `instance has not answered for ${minutes} min.`,
          },
        ],
      },
      { name: 'is quiet a minute early', given: world(FAILING), at: aMinuteEarly(length) },
      { name: 'is quiet while every target answers', given: world(GOOD), at: justInTime(length) },
      {
        name: 'is quiet where the target is not configured',
        given: answering,
        at: justInTime(length),
      },
      ...(beside === undefined
        ? []
        : [
            {
              name: 'is quiet while a target of another job is down',
              given: [...world(GOOD), anotherIsDown(beside)],
              at: justInTime(length),
            },
          ]),
    ],
  });
}

const GOOD = constant(1);
const FAILING = fiveMinutesFine(GOOD, constant(0));

const DIAGNOSIS = [
  'Status > Targets in Prometheus has the error of the last scrape: refused, timed out, a status other than 200.',
  'Ask the target from the host of Prometheus: `curl -sS http://<instance>/metrics | head`.',
  'Refused: is the container running, and since when (`docker compose ps`). Its log says why it ended.',
  'Timed out: has the address or the network changed; is the target too slow to answer within the timeout.',
];

const MITIGATION = [
  'Start the container again, or roll back the deploy that came just before.',
  'If the address changed, correct the target in the stack, build, and reload Prometheus.',
];
