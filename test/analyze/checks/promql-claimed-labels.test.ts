import check from '../../../lib/analyze/checks/promql-claimed-labels.ts';
import { promqlOf } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'true', of: promqlOf('queue')`sum by (queue) (queue_depth)` },
  {
    name: 'true, in another order',
    of: promqlOf('queue', 'job')`sum by (job, queue) (queue_depth)`,
  },
  { name: 'true, of none', of: promqlOf()`sum(queue_depth)` },
  { name: 'not known', of: promqlOf('x')`sum by (x) (nothing)` },
  {
    name: 'a label too many',
    of: promqlOf('queue', 'pod')`sum by (queue) (queue_depth)`,
    marks: ['sum by (queue) (queue_depth)'],
    message: '`promqlOf` claims `pod`, which no series of its expression has',
    hint: "promqlOf('queue')`…`",
  },
  {
    name: 'a label too few',
    of: promqlOf('queue')`sum by (queue, job) (queue_depth)`,
    marks: ['sum by (queue, job) (queue_depth)'],
    message: '`promqlOf` does not claim `job`, which its expression returns',
    hint: "promqlOf('job', 'queue')`…`",
  },
  {
    name: 'inside what was built of it',
    of: m.queue_depth.sumBy('queue').div(promqlOf('queue')`sum(queue_depth)`),
    marks: ['sum(queue_depth)'],
  },
]);
