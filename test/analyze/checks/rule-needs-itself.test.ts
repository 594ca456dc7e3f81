import check from '../../../lib/analyze/checks/rule-needs-itself.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a value to start with', of: record({ name: 'a:b', expr: promql`queue_depth or a:b` }) },
  { name: 'what it only takes away', of: record({ name: 'a:b', expr: promql`up unless a:b` }) },
  { name: 'its absence', of: record({ name: 'a:b', expr: promql`absent(a:b)` }) },
  { name: 'a number made of it', of: record({ name: 'a:b', expr: promql`vector(scalar(a:b))` }) },
  {
    name: 'another rule of the name that starts it',
    of: ruleGroup('shop', [
      record({ name: 'a:b', expr: promql`sum(up)`, labels: { of: 'up' } }),
      record({ name: 'a:b', expr: promql`sum(a:b)`, labels: { of: 'all' } }),
    ]),
  },
  {
    name: 'what a target may expose',
    of: {
      foreign: { open: true },
      groups: [ruleGroup('shop', [record({ name: 'up', expr: promql`max(up)` })])],
    },
  },
  {
    name: 'what is named as only rules name',
    of: {
      foreign: { open: true },
      groups: [ruleGroup('shop', [record({ name: 'a:b', expr: promql`max(a:b)` })])],
    },
    marks: ['max(a:b)'],
  },
  {
    name: 'itself',
    of: record({ name: 'a:b', expr: promql`queue_depth + a:b` }),
    marks: ['queue_depth + a:b'],
    message: '`a:b` needs its own series, so it never records the first one',
    hint: '`… or …` what it starts with',
  },
  {
    name: 'over another, and one that only reads them',
    of: ruleGroup('shop', [
      record({ name: 'a:b', expr: promql`max_over_time(c:d[5m])` }),
      record({ name: 'c:d', expr: promql`sum(a:b)` }),
      record({ name: 'e:f', expr: promql`sum(c:d)` }),
    ]),
    marks: ['max_over_time(c:d[5m])', 'sum(a:b)'],
    message: '`a:b` needs its own series over `c:d`, so it never records the first one',
  },
  {
    name: 'over more rules than anybody reads',
    of: ruleGroup('shop', [
      record({ name: 'r:0', expr: promql`sum(r:1)` }),
      record({ name: 'r:1', expr: promql`sum(r:2)` }),
      record({ name: 'r:2', expr: promql`sum(r:3)` }),
      record({ name: 'r:3', expr: promql`sum(r:4)` }),
      record({ name: 'r:4', expr: promql`sum(r:5)` }),
      record({ name: 'r:5', expr: promql`sum(r:6)` }),
      record({ name: 'r:6', expr: promql`sum(r:7)` }),
      record({ name: 'r:7', expr: promql`sum(r:8)` }),
      record({ name: 'r:8', expr: promql`sum(r:9)` }),
      record({ name: 'r:9', expr: promql`sum(r:0)` }),
    ]),
    marks: [
      'sum(r:1)',
      'sum(r:2)',
      'sum(r:3)',
      'sum(r:4)',
      'sum(r:5)',
      'sum(r:6)',
      'sum(r:7)',
      'sum(r:8)',
      'sum(r:9)',
      'sum(r:0)',
    ],
    message:
      '`r:0` needs its own series over 9 others, `r:1` first, so it never records the first one',
  },
]);
