import check from '../../../lib/analyze/checks/promql-names-collide.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'one metric', of: promql`deriv({__name__="latency_seconds"}[5m])` },
  { name: 'other labels', of: promql`deriv({__name__=~"latency_seconds|queue_depth"}[5m])` },
  { name: 'another job', of: promql`deriv({__name__=~"queue_depth|worker_slots"}[5m])` },
  { name: 'the names stay', of: promql`{__name__=~"latency_seconds|disk_used"}` },
  { name: 'what is not declared', of: promql`deriv({__name__=~"x|y"}[5m])` },
  {
    name: 'the same labels',
    of: promql`sum(deriv({__name__=~"latency_.*|disk_used"}[5m]))`,
    marks: ['deriv({__name__=~"latency_.*|disk_used"}[5m])'],
    message: 'without their names the series of `latency_seconds` and `disk_used` are the same',
    hint: 'one expression for each, united with `or`',
  },
]);
