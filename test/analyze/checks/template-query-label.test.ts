import check from '../../../lib/analyze/checks/template-query-label.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const expr = promql`queue_depth > 9`;

describeCheck(check, [
  {
    name: 'a label of its result',
    of: alertOf(expr, {
      summary: '{{ range query "sum by (queue) (worker_slots)" }}{{ .Labels.queue }}{{ end }}',
    }),
  },
  {
    name: 'a metric that nobody declared',
    of: alertOf(expr, { summary: '{{ range query "nothing" }}{{ .Labels.pod }}{{ end }}' }),
  },
  {
    name: 'a query that is no PromQL',
    of: alertOf(expr, { summary: '{{ range query "sum(" }}{{ .Labels.pod }}{{ end }}' }),
  },
  {
    name: 'a label that it does not have',
    of: alertOf(expr, {
      summary: '{{ range query "sum by (queue) (worker_slots)" }}{{ .Labels.pod }}{{ end }}',
    }),
    marks: ['pod'],
    message: 'no series of the query has `pod`: `sum by (queue)` keeps only `queue`',
    hint: '`queue`',
  },
]);
