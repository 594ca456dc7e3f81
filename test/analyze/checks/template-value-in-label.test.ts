import check from '../../../lib/analyze/checks/template-value-in-label.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const expr = promql`queue_depth > 9`;

describeCheck(check, [
  { name: 'in a text', of: alertOf(expr, { summary: '{{ $value }} jobs' }) },
  {
    name: 'a label of the series',
    of: alertOf(expr, { labels: { team: '{{ $labels.queue }}' } }),
  },
  {
    name: 'a choice of texts',
    of: alertOf(expr, { labels: { size: '{{ if gt $value 99.0 }}large{{ else }}small{{ end }}' } }),
  },
  {
    name: 'in a label',
    of: alertOf(expr, { labels: { depth: 'depth-{{ $value | humanize }}' } }),
    marks: ['$value'],
    message: 'the label `depth` changes with the value, so the alert never stays the same',
    hint: 'write it in `summary` or `description`',
  },
]);
