import check from '../../../lib/analyze/checks/template-label-impossible.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const byQueue = promql`sum by (queue) (queue_depth) > 9`;

describeCheck(check, [
  { name: 'a label of the result', of: alertOf(byQueue, { summary: '{{ $labels.queue }}' }) },
  { name: 'an open result', of: alertOf(promql`nothing > 9`, { summary: '{{ $labels.pod }}' }) },
  {
    name: 'one that is asked for first',
    of: alertOf(byQueue, { summary: '{{ with $labels.pod }}{{ . }}{{ end }}' }),
  },
  { name: 'an external one', of: alertOf(byQueue, { summary: '{{ $externalLabels.site }}' }) },
  {
    name: 'a label that was summed away',
    of: alertOf(byQueue, { summary: 'on {{ $labels.instance }}' }),
    marks: ['instance'],
    message:
      '`summary` names `instance`, which no series of the alert has: `sum by (queue)` keeps only `queue`',
    hint: '`queue`',
  },
  {
    name: 'one that the metric never had, by a variable',
    of: alertOf(promql`queue_depth > 9`, {
      description: '{{ $l := .Labels }}{{ index $l "queu" }}',
    }),
    marks: ['"queu"'],
    hint: '`queue`',
  },
  {
    name: 'one of the rule',
    of: alertOf(byQueue, { labels: { team: 'a' }, description: '{{ $labels.team }}' }),
    marks: ['team'],
    message:
      '`description` names `team`, which is a label of the rule, and templates see those of its series only',
    hint: 'write `a`',
  },
  {
    name: 'one that some series lack',
    of: alertOf(promql`sum by (queue) (queue_depth) > 9 or vector(1) > 0`, {
      summary: '{{ $labels.queue }}',
    }),
    marks: ['queue'],
    severity: 'warning',
  },
]);
