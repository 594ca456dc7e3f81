import { alert, constant, defineCatalog, Duration, given, number } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { NODE } from '../../systems/shared/node.ts';
import { aMinuteEarly, fiveMinutesFine, justInTime } from './five-minutes-fine.ts';
import { targetLabels } from './target-labels.ts';

/**
 * Fires for a host whose memory is more than 85 % used for ten minutes. The job exposes `NODE`.
 *
 * @example
 * hostMemoryHigh(stack.jobs.node, 'MemoryUsageHigh')
 * // 1 - node_memory_MemAvailable_bytes{job="node"} / node_memory_MemTotal_bytes{job="node"} > 0.85
 */
export function hostMemoryHigh(job: AnyJob, name: string) {
  const { m } = defineCatalog(job, NODE);
  const target = targetLabels(job);
  const total = given(m.node_memory_MemTotal_bytes, target, constant(16 * GIB));
  const available = (samples: typeof ENOUGH) =>
    given(m.node_memory_MemAvailable_bytes, target, samples);
  return alert({
    name,
    expr: number(1)
      .sub(m.node_memory_MemAvailable_bytes.div(m.node_memory_MemTotal_bytes))
      .gt(0.85),
    for: HOLD,
    severity: 'warning',
    summary: 'Host memory of {{ $labels.instance }} above 85%',
    description: '{{ $value | humanizePercentage }} used. Find the process; restart or scale.',
    runbook: {
      meaning:
        'Less than 15 % of the memory can be had by programs; caches that can be given up count as free.',
      impact:
        'Everything on the host slows down. When nothing is left the kernel kills the largest process, often the database.',
      diagnosis: [
        'Row Host of the dashboard: a jump, or a slope over days.',
        'On the host: `ps aux --sort=-rss | head`, or `docker stats --no-stream` for containers.',
        'Slope: a leak in the process that grows. Jump: what was started or deployed then.',
        '`dmesg | grep -i oom`: did the kernel kill something already.',
      ],
      mitigation: [
        'Restart the process that grew; that buys time.',
        'Give containers limits, so that the one at fault is killed and not its neighbours.',
        'Move a service away or give the host more memory.',
      ],
    },
    cases: [
      {
        name: 'fires after ten minutes at 87.5 %',
        given: [total, available(fiveMinutesFine(ENOUGH, constant(2 * GIB)))],
        at: justInTime(HOLD),
        fires: [
          {
            labels: target,
            summary: 'Host memory of instance above 85%',
            description: '87.5% used. Find the process; restart or scale.',
          },
        ],
      },
      {
        name: 'is quiet a minute early',
        given: [total, available(fiveMinutesFine(ENOUGH, constant(2 * GIB)))],
        at: aMinuteEarly(HOLD),
      },
      {
        name: 'is quiet at exactly 85 %',
        given: [total, available(constant(0.15 * 16 * GIB))],
        at: '60m',
      },
    ],
  });
}

const HOLD = Duration.minutes(10);
const GIB = 2 ** 30;
const ENOUGH = constant(8 * GIB);
