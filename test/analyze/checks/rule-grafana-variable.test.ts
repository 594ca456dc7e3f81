import check from '../../../lib/analyze/checks/rule-grafana-variable.ts';
import { promql, record } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m, type Subject } from '../shop.ts';

function rule(expr: Parameters<typeof record>[0]['expr']): Subject {
  return record({ name: 'a:b', expr });
}

describeCheck(check, [
  { name: 'a range', of: rule(m.requests_total.rate('5m').sum()) },
  { name: 'a variable in a panel', of: m.requests_total.rate().sum() },
  {
    name: 'a reference of `label_replace`',
    of: rule(promql`label_replace(up, "a", "$1", "b", "(.*)")`),
  },
  { name: 'an end of a regular expression', of: rule(promql`up{job=~"a$|b"}`) },
  {
    name: 'the default range',
    of: rule(m.requests_total.rate().sum()),
    marks: ['requests_total{job="api"}[$__rate_interval]'],
    message: 'a rule has no `$__rate_interval`: Grafana fills it in, Prometheus does not',
    hint: "give the range: `.rate('5m')`",
  },
  {
    name: 'a variable in a matcher',
    of: rule(promql`sum(queue_depth{queue=~"$queue"})`),
    marks: ['queue=~"$queue"'],
  },
  {
    name: 'a variable in place of a number',
    of: rule(promql`queue_depth > $limit`),
    marks: ['$limit'],
  },
  {
    name: 'a variable in a grouping',
    of: rule(promql`sum by ($group) (queue_depth)`),
    marks: ['sum by ($group) (queue_depth)'],
  },
  {
    name: 'a variable in an offset',
    of: rule(promql`queue_depth offset $shift`),
    marks: ['queue_depth offset $shift'],
  },
]);
