import check from '../../../lib/analyze/checks/template-syntax.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const expr = promql`queue_depth > 9`;

describeCheck(check, [
  { name: 'text', of: alertOf(expr, { summary: 'Jobs wait, } and { too' }) },
  { name: 'a known function', of: alertOf(expr, { summary: '{{ $value | humanize }} jobs' }) },
  {
    name: 'an unknown function',
    of: alertOf(expr, { summary: '{{ $value | humanise }} jobs' }),
    marks: ['humanise'],
  },
  {
    name: 'in a label',
    of: alertOf(expr, { labels: { team: '{{ $valeu }}' } }),
    marks: ['$valeu'],
  },
]);
