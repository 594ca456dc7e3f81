import type { Annotation } from '../../model/index.ts';
import { explain, labelOf, labelsOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'annotation/label-impossible',
  severity: 'error',
  docs: {
    summary: 'Disallow annotations that name a label which their result cannot carry',
    why: 'Grafana puts nothing in its place: the mark does not say what it is about.',
    bad: `dashboard({
      uid: 'shop',
      title: 'Shop',
      annotations: [annotation({ name: 'Full', expr: promql\`sum(queue_depth) > 9\`, title: '{{queue}}' })],
      rows: [],
    })`,
    good: `dashboard({
      uid: 'shop',
      title: 'Shop',
      annotations: [annotation({ name: 'Full', expr: promql\`queue_depth > 9\`, title: '{{queue}}' })],
      rows: [],
    })`,
  },
  run({ loaded, expressions }, report) {
    if (loaded.value.kind !== 'dashboard') return;
    const asked = expressions.filter(({ use }) => use === 'annotation');
    for (const [index, annotation] of loaded.value.annotations.entries()) {
      const expression = asked[index];
      if (expression === undefined) continue;
      const info = expression.inference.of(expression.node);
      for (const { label, ...source } of namedIn(annotation)) {
        const { presence, why } = labelOf(info, label);
        if (presence !== 'impossible') continue;
        report({
          message: `the annotation names \`${label}\`, which no series of its result has${why === undefined ? '' : `: ${explain(why)}`}`,
          ...suggest(label, labelsOf(info) ?? []),
          where: { ...expression.where(), source },
        });
      }
    }
  },
});

function namedIn({ title = '', text = '', tags }: Annotation) {
  const written = [title, text].flatMap((format) =>
    [...format.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(({ 0: all, 1: label = '', index }) => ({
      label,
      text: format,
      span: { start: index, end: index + all.length },
    })),
  );
  const keys = tags.map((tag) => ({ label: tag, text: tag, span: { start: 0, end: tag.length } }));
  return [...written, ...keys];
}
