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
  {
    name: 'a query with a label in it',
    of: alertOf(expr, {
      summary: '{{ with printf "up{job=\'%s\'}" .Labels.job | query }}{{ end }}',
    }),
  },
  {
    name: 'a query that a label decides',
    of: alertOf(expr, {
      summary: '{{ with printf "rate(%s[%s])" .Labels.a .Labels.b | query }}{{ end }}',
    }),
  },
  {
    name: 'a query that fails',
    of: alertOf(expr, { summary: '{{ with query "suz(up)" }}{{ end }}' }),
    marks: ['query'],
  },
  {
    name: 'a function that there is not, with a label in its argument',
    of: alertOf(expr, {
      summary: '{{ with printf "suz({job=\'%s\'})" .Labels.job | query }}{{ end }}',
    }),
    marks: ['query'],
  },
  {
    name: 'a query that fails whatever the label is',
    of: alertOf(expr, {
      summary: '{{ with printf "sum({job=\'%s\'}) by(" .Labels.job | query }}{{ end }}',
    }),
    marks: ['query'],
  },
]);
