import check from '../../../lib/analyze/checks/template-unit.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const ratio = promql`queue_depth / queue_depth > 0.9`;
const percent = promql`100 * (queue_depth / queue_depth) > 90`;

describeCheck(check, [
  { name: 'percent of percent', of: alertOf(percent, { summary: '{{ $value }}% full' }) },
  { name: 'a ratio', of: alertOf(ratio, { summary: '{{ $value | humanizePercentage }} full' }) },
  { name: 'a ratio as it is', of: alertOf(ratio, { summary: '{{ $value }} of the queue' }) },
  {
    name: 'a ratio that is multiplied',
    of: alertOf(ratio, { summary: '{{ mul $value 100 }}% full' }),
  },
  {
    name: 'a unit that a name suggests',
    of: alertOf(promql`nothing_ratio > 0.9`, { summary: '{{ $value }}%' }),
  },
  {
    name: 'seconds',
    of: alertOf(promql`latency_seconds > 9`, { summary: '{{ $value | humanizeDuration }}' }),
  },
  {
    name: 'a ratio with a sign of percent',
    of: alertOf(ratio, { summary: '{{ $value | humanize }}% full' }),
    marks: ['{{ $value | humanize }}'],
    message: '`summary` prints the value as percent, but it is in `ratio`',
    hint: '`{{ $value | humanizePercentage }}`',
  },
  {
    name: 'a ratio with a sign in its format',
    of: alertOf(ratio, { summary: '{{ printf "%.1f%%" $value }} full' }),
    marks: ['{{ printf "%.1f%%" $value }}'],
  },
  {
    name: 'percent as a ratio',
    of: alertOf(percent, { description: '{{ $value | humanizePercentage }} full' }),
    marks: ['{{ $value | humanizePercentage }}'],
    message: '`description` prints the value times 100, with a `%`, but it is in `percent`',
    hint: '`{{ $value | humanize }}%`',
  },
  {
    name: 'milliseconds as seconds',
    of: alertOf(promql`latency_seconds * 1000 > 9`, { summary: '{{ $value | humanizeDuration }}' }),
    marks: ['{{ $value | humanizeDuration }}'],
    message: '`summary` prints the value as seconds, but it is in `milliseconds`',
  },
]);
