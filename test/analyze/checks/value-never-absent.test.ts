import check from '../../../lib/analyze/checks/value-never-absent.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a metric', of: promql`absent(queue_depth{queue="mail"})` },
  { name: 'a comparison of a constant', of: promql`absent(vector(0) > 1)` },
  {
    name: 'a constant',
    of: promql`absent(vector(1)) == 1`,
    marks: ['absent(vector(1))'],
    message: '`absent` never returns anything: its argument is always there',
    hint: 'leave the fallback, such as `or vector(0)`, out',
  },
]);
