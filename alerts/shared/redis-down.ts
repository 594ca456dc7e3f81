import {
  alert,
  constant,
  defineCatalog,
  Duration,
  type DurationLike,
  given,
  missing,
  type Samples,
} from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { REDIS } from '../../systems/shared/redis.ts';
import { SCRAPE } from '../../systems/shared/scrape.ts';
import { anotherIsDown } from './another-is-down.ts';
import { aMinuteEarly, fiveMinutesFine, justInTime } from './five-minutes-fine.ts';
import { targetLabels } from './target-labels.ts';

export interface RedisDownOptions {
  readonly name: string;
  /** At least a minute. */
  readonly for: DurationLike;
  /** Fires as well where the exporter is down, which nothing else says. Default false. */
  readonly orExporter?: true;
  /** Added to the alert. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Who notices: `'Sessions and cache are affected.'` */
  readonly impact: string;
  /** Another job of the system: a case shows that the alert is quiet while only its target is down. */
  readonly beside?: AnyJob;
}

/**
 * Fires where the exporter cannot reach Redis. The job exposes `REDIS`.
 *
 * @example
 * redisDown(stack.jobs.redis, { name: 'RedisDown', for: '1m', orExporter: true, impact: '…' })
 * // redis_up{job="redis"} == 0 or up{job="redis"} == 0
 */
export function redisDown(job: AnyJob, options: RedisDownOptions) {
  const { name, orExporter, labels = {}, impact, beside } = options;
  const { redis_up, up } = defineCatalog(job, { ...REDIS, ...SCRAPE }).m;
  const hold = Duration.of(options.for);
  const target = targetLabels(job);
  const world = (redis: Samples, exporter: Samples) => [
    given(redis_up, target, redis),
    given(up, target, exporter),
  ];
  return alert({
    name,
    expr: orExporter ? redis_up.eq(0).or(up.eq(0)) : redis_up.eq(0),
    for: hold,
    severity: 'critical',
    labels,
    summary: orExporter
      ? 'Redis of {{ $labels.instance }}, or its exporter, is down'
      : 'Redis does not answer {{ $labels.instance }}',
    description: `${impact} Check the Redis container, its password and the network.`,
    runbook: {
      meaning: orExporter
        ? 'The exporter cannot reach Redis, or Prometheus cannot reach the exporter.'
        : 'The exporter answers, but cannot reach Redis.',
      impact,
      diagnosis: [
        'Status > Targets in Prometheus: does the exporter answer. If not, look at its container first.',
        '`docker compose ps` and `docker compose logs --tail 50` of Redis: running, restarting, out of memory, loading its dump.',
        '`redis-cli -u "$REDIS_ADDR" ping` from the network of the exporter: PONG, NOAUTH, or refused.',
        'redis_exporter_last_scrape_error carries the error in its label `err`.',
      ],
      mitigation: [
        'Start Redis again. With persistence it loads its dump first and answers LOADING meanwhile.',
        'If the password changed, give the exporter and the services the new one and restart them.',
        'Out of memory: raise the limit, or set `maxmemory` and a policy that evicts.',
      ],
    },
    cases: [
      {
        name: 'fires where Redis does not answer',
        given: world(FAILING, UP),
        at: justInTime(hold),
        fires: [
          {
            labels: target,
            summary: orExporter
              ? 'Redis of instance, or its exporter, is down'
              : 'Redis does not answer instance',
          },
        ],
      },
      { name: 'is quiet a minute early', given: world(FAILING, UP), at: aMinuteEarly(hold) },
      {
        name: orExporter
          ? 'fires where the exporter does not answer'
          : 'is quiet where the exporter does not answer: that is another alert',
        given: world(missing(), FAILING),
        at: justInTime(hold),
        ...(orExporter
          ? {
              fires: [
                { labels: target, summary: 'Redis of instance, or its exporter, is down' },
              ] as const,
            }
          : {}),
      },
      {
        name: 'is quiet while both answer',
        given: [...world(UP, UP), ...(beside === undefined ? [] : [anotherIsDown(beside)])],
        at: justInTime(hold),
      },
    ],
  });
}

const UP = constant(1);
const FAILING = fiveMinutesFine(UP, constant(0));
