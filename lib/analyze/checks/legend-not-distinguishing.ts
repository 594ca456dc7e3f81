import type { Panel, PanelQuery } from '../../model/index.ts';
import { type Inferred, labelOf, labelsOf } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'legend/not-distinguishing',
  severity: 'warning',
  docs: {
    summary: 'Require a legend that tells the series of a query apart',
    why: 'All of them have the same name: nobody can say which line is which.',
    bad: "{ ...promql`sum by (queue) (queue_depth)`, legendFormat: 'waiting' }",
    good: "{ ...promql`sum by (queue) (queue_depth)`, legendFormat: '{{queue}} waiting' }",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      for (const { query, expression } of queries) {
        const { node, inference, legend } = expression;
        if (legend === undefined || !isShown(panel, query)) continue;
        // Grafana fills variables in, and makes a name itself of `__auto` and of nothing.
        if (legend === '' || legend === '__auto' || /\$|\[\[/.test(legend)) continue;
        const label = missingLabel(inference.of(node), legend, () => filteredBy(expression));
        if (label === undefined || isLimited(expression)) continue;
        report({
          message: `the legend is the same for the series of ${listed(label.values.slice(0, 3), 'and')}, which \`${label.name}\` tells apart`,
          hint: `\`{{${label.name}}}\``,
          where: {
            ...expression.where(),
            source: { text: legend, span: { start: 0, end: legend.length } },
          },
        });
      }
    }
  },
});

/** The names of the series are read by people, and by nothing else. */
function isShown({ props }: Panel, { hide, format }: PanelQuery): boolean {
  const isTable = format === 'table' || (props.kind === 'table' && format === undefined);
  const named = props.field.displayName ?? props.overrides.length > 0;
  return hide !== true && !isTable && props.transformations.length === 0 && named === false;
}

/** Only some of the series come out, whatever goes in. */
function isLimited(expression: AnalyzedExpression): boolean {
  const limits = ({ op }: { readonly op: string }): boolean => LIMITS.has(op);
  return expression.nodesOf('aggregate').some(limits) || expression.nodesOf('binary').some(limits);
}

const LIMITS: ReadonlySet<string> = new Set([
  ...['topk', 'bottomk', 'limitk', 'limit_ratio'],
  ...['==', '!=', '>', '<', '>=', '<=', 'and', 'unless', 'or'],
]);

/** Labels of which a matcher chooses values that are not known: perhaps only one. */
function filteredBy(expression: AnalyzedExpression): ReadonlySet<string> {
  const matchers = expression.nodesOf('selector').flatMap((selector) => selector.matchers);
  return new Set(matchers.filter(({ value }) => value.includes('$')).map(({ label }) => label));
}

/** A label that every series has, with several values that are known, and that the legend does not name. */
function missingLabel(info: Inferred, legend: string, filtered: () => ReadonlySet<string>) {
  const named = new Set([...legend.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(([, name]) => name));
  for (const name of labelsOf(info) ?? []) {
    const { presence, values = [] } = labelOf(info, name);
    if (presence !== 'guaranteed' || values.length < 2) continue;
    if (named.has(name) || filtered().has(name)) continue;
    // Another label may say the same, such as the name of what this one is the number of.
    if ([...named].some((other) => other !== undefined && isOpen(info, other))) continue;
    return { name, values };
  }
  return undefined;
}

function isOpen(info: Inferred, label: string): boolean {
  const { values } = labelOf(info, label);
  return values === undefined || values.length > 1;
}
