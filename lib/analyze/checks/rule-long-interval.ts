import { Duration } from '../../catalog/index.ts';
import { whereIn } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'rule/long-interval',
  severity: 'warning',
  docs: {
    summary: 'Disallow groups that record less often than every five minutes',
    why: 'Prometheus takes a series for gone five minutes after its last sample: between two evaluations there is nothing.',
    bad: "ruleGroup('queues', [record({ name: 'shop:depth:sum', expr: m.queue_depth.sum() })], { interval: '10m' })",
    good: "ruleGroup('queues', [record({ name: 'shop:depth:sum', expr: m.queue_depth.sum() })], { interval: '5m' })",
  },
  run({ loaded, system }, report) {
    const { value: group } = loaded;
    if (group.kind !== 'group' || group.interval === undefined) return;
    const { flags = [] } = system.stack.prometheus;
    const isSet = flags.some((flag) => flag.startsWith('--query.lookback-delta'));
    if (isSet || group.interval.milliseconds <= LOOKBACK.milliseconds) return;
    // What alerts leave behind is sent on; nobody reads its series for values.
    if (group.rules.every(({ kind }) => kind !== 'record')) return;
    report({
      message: `what \`${group.name}\` records every \`${group.interval}\` is there for \`${LOOKBACK}\` only`,
      hint: `interval: '${LOOKBACK}'`,
      where: whereIn(loaded, group.site, [`group ${group.name}`]),
    });
  },
});

/** The default of Prometheus. */
const LOOKBACK = Duration.minutes(5);
