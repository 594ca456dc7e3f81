import { labelUses, type QueryText } from '../../gotemplate/index.ts';
import { type Env, explain, infer, labelOf, labelsOf, parse } from '../../promql/index.ts';
import { alertTextsOf } from '../alert-texts.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'template/query-label',
  severity: 'error',
  docs: {
    summary: 'Disallow labels that the result of a `query` in a template cannot carry',
    why: 'Prometheus puts nothing in its place.',
    bad: `alert({
      name: 'Backlog',
      expr: m.queue_depth.gt(9),
      summary: '{{ with query "sum(worker_slots)" }}{{ . | first | label "queue" }}{{ end }}',
      description: '',
    })`,
    good: `alert({
      name: 'Backlog',
      expr: m.queue_depth.gt(9),
      summary: '{{ with query "sum by (queue) (worker_slots)" }}{{ . | first | label "queue" }}{{ end }}',
      description: '',
    })`,
  },
  run(analysis, report) {
    for (const { parsed, where } of alertTextsOf(analysis)) {
      for (const { label, from, span, guarded } of labelUses(parsed.tree)) {
        if (from.kind !== 'query' || guarded === true) continue;
        const info = resultOf(from.query, analysis.env);
        const { presence, why } = info === undefined ? {} : labelOf(info, label);
        if (info === undefined || presence !== 'impossible') continue;
        report({
          message: `no series of the query has \`${label}\`${why === undefined ? '' : `: ${explain(why)}`}`,
          ...suggest(label, labelsOf(info) ?? []),
          where: where(span),
        });
      }
    }
  },
});

function resultOf({ text, exact }: QueryText, env: Env) {
  const expr = text === undefined || exact !== true ? undefined : parse(text).expr;
  return expr === undefined ? undefined : infer(expr, env);
}
