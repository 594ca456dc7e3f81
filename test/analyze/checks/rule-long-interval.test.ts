import check from '../../../lib/analyze/checks/rule-long-interval.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import { stack } from '../shop.ts';

const hourly = ruleGroup('a', [record({ name: 'a:b', expr: promql`sum(queue_depth)` })], {
  interval: '1h',
});

describeCheck(check, [
  { name: 'the default', of: record({ name: 'a:b', expr: promql`sum(queue_depth)` }) },
  {
    name: 'alerts alone',
    of: ruleGroup('a', [alertOf(promql`queue_depth > 9`)], { interval: '10m' }),
  },
  {
    name: 'a Prometheus that looks further back',
    of: {
      stack: {
        ...stack,
        prometheus: { ...stack.prometheus, flags: ['--query.lookback-delta=2h'] },
      },
      groups: [hourly],
    },
  },
  {
    name: 'an hour',
    of: hourly,
    marks: [undefined],
    message: 'what `a` records every `1h` is there for `5m` only',
    hint: "interval: '5m'",
  },
]);
