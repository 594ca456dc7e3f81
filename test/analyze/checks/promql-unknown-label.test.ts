import check from '../../../lib/analyze/checks/promql-unknown-label.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'of the metric', of: promql`sum by (queue) (queue_depth{queue="mail"})` },
  { name: 'of the target', of: promql`sum by (instance) (queue_depth{job="api"})` },
  { name: 'of a metric that is not known', of: promql`sum by (x) (nothing{y="z"})` },
  { name: 'a variable', of: promql`sum by ($group) (queue_depth)` },
  {
    name: 'in a matcher that passes nothing',
    of: promql`queue_depth{queu="mail"}`,
    marks: ['queu="mail"'],
    message: '`queue_depth` has no label `queu`: nothing passes this matcher',
    hint: '`queue`',
  },
  {
    name: 'in a matcher that passes everything',
    of: promql`queue_depth{pod!="mail"}`,
    marks: ['pod!="mail"'],
    message: '`queue_depth` has no label `pod`: everything passes this matcher',
    hint: '`instance`, `job` or `queue`',
  },
  {
    name: 'beside a good matcher, built',
    of: promql`sum(${m.queue_depth}) + sum(queue_depth{job="api",pod="x"})`,
    marks: ['pod="x"'],
  },
  {
    name: 'in a grouping',
    of: promql`max(sum by (code) (rate(requests_total[5m]))) + sum by (pod) (queue_depth)`,
    marks: ['sum by (pod) (queue_depth)'],
    message: '`sum` groups by `pod`, which none of its series has: `queue_depth` has no such label',
  },
  {
    name: 'in a grouping of what was grouped',
    of: promql`max by (route) (sum by (code) (rate(requests_total[5m])))`,
    marks: ['max by (route) (sum by (code) (rate(requests_total[5m])))'],
    message:
      '`max` groups by `route`, which none of its series has: `sum by (code)` keeps only `code`',
    hint: '`code`',
  },
  {
    name: 'of a fallback that is there twice',
    of: promql`sum by (queue) (queue_depth or vector(0)) / sum by (queue) (worker_slots or vector(0))`,
    marks: ['sum by (queue) (queue_depth or vector(0))'],
    severity: 'warning',
    message: '`sum` groups by `queue`, which some of its series lack: `vector` has no labels',
  },
]);
