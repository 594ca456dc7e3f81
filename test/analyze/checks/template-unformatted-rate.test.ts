import check from '../../../lib/analyze/checks/template-unformatted-rate.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const expr = promql`sum(rate(requests_total[5m])) > 9`;

describeCheck(check, [
  { name: 'a formatted one', of: alertOf(expr, { summary: '{{ $value | humanize }}/s' }) },
  { name: 'a printed one', of: alertOf(expr, { summary: '{{ printf "%.2f" $value }}/s' }) },
  { name: 'no value', of: alertOf(expr, { summary: 'requests' }) },
  { name: 'a gauge', of: alertOf(promql`queue_depth > 9`, { summary: '{{ $value }} jobs' }) },
  {
    name: 'a number of series',
    of: alertOf(promql`count(rate(requests_total[5m]) > 9) > 1`, {
      summary: '{{ $value }} routes',
    }),
  },
  {
    name: 'a rounded rate',
    of: alertOf(promql`round(rate(requests_total[5m])) > 9`, { summary: '{{ $value }}/s' }),
  },
  {
    name: 'a rate on the other side',
    of: alertOf(promql`queue_depth > on () sum(rate(requests_total[5m]))`, {
      summary: '{{ $value }} jobs',
    }),
  },
  {
    name: 'a rate as it is',
    of: alertOf(expr, { summary: 'At {{ $value }}/s' }),
    marks: ['{{ $value }}'],
    message: '`summary` prints a rate with all its digits',
    hint: '`{{ $value | humanize }}`',
  },
  {
    name: 'a share of rates',
    of: alertOf(
      promql`100 * sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 9`,
      { summary: '{{ $value }}% fail' },
    ),
    marks: ['{{ $value }}'],
  },
]);
