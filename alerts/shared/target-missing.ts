import {
  alert,
  type Alert,
  constant,
  defineCatalog,
  Duration,
  type DurationLike,
  given,
  missing,
} from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { SCRAPE } from '../../systems/shared/scrape.ts';
import { anotherIsDown } from './another-is-down.ts';
import { aMinuteEarly, fiveMinutesFine, justInTime } from './five-minutes-fine.ts';
import { targetLabels } from './target-labels.ts';

export interface TargetMissingOptions {
  readonly name: string;
  /** At least a minute. */
  readonly for: DurationLike;
  readonly severity: Alert['severity'];
  /** What the job scrapes, at the beginning of a sentence: `'Grafana'`. */
  readonly what: string;
  /** Who notices: `'Dashboards may be unavailable.'` */
  readonly impact: string;
  /** Another job of the system: a case shows that the alert is quiet while only its target is down. */
  readonly beside?: AnyJob;
}

/**
 * Fires when Prometheus cannot scrape the job's target, and also when there is none: not configured, or not found.
 *
 * @example
 * targetMissing(stack.jobs.grafana, { name: 'GrafanaDown', for: '5m', severity: 'warning', what: 'Grafana', impact: '…' })
 * // up{job="grafana"} == 0 or absent(up{job="grafana"})
 */
export function targetMissing(
  job: AnyJob,
  { name, for: hold, severity, what, impact, beside }: TargetMissingOptions,
) {
  const { up } = defineCatalog(job, SCRAPE).m;
  const length = Duration.of(hold);
  const target = targetLabels(job);
  return alert({
    name,
    expr: up.eq(0).orMixed(up.absent('job')),
    for: length,
    severity,
    summary: `${what} cannot be scraped`,
    description: `No answer from its metrics endpoint for ${length.inSeconds / 60} min. ${impact}`,
    runbook: {
      meaning: `Prometheus gets no metrics of ${what}: it does not answer, or Prometheus has no such target.`,
      impact: `${impact} Every panel and every other alert about ${what} is blind until it answers.`,
      diagnosis: [
        `Status > Targets in Prometheus: is there a target of job \`${job.name}\`, and what is the error of its last scrape.`,
        'No target: look at the scrape configuration, and at what was deployed last.',
        'Refused: is the process running. Its log says why it ended.',
        'Timed out: has the address or the network changed; is it too slow to answer within the timeout.',
      ],
      mitigation: [
        'Start it again, or roll back the deploy that came just before.',
        'If the address changed, correct the target in the stack, build, and reload Prometheus.',
      ],
    },
    cases: [
      {
        name: 'fires where the target does not answer',
        given: [given(up, target, fiveMinutesFine(constant(1), constant(0)))],
        at: justInTime(length),
        fires: [{ labels: target }],
      },
      {
        name: 'is quiet a minute early',
        given: [given(up, target, fiveMinutesFine(constant(1), constant(0)))],
        at: aMinuteEarly(length),
      },
      {
        name: 'fires where there is no target',
        given: [given(up, target, missing())],
        at: justInTime(length),
        fires: [{ labels: { job: job.name } }],
      },
      {
        name: 'is quiet while the target answers',
        given: [
          given(up, target, constant(1)),
          ...(beside === undefined ? [] : [anotherIsDown(beside)]),
        ],
        at: justInTime(length),
      },
    ],
  });
}
