import type { Panel, PanelQuery } from '../../model/index.ts';
import { printDuration, walk } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { vectorArgument } from '../kind-text.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'range/fixed-in-panel',
  severity: 'info',
  docs: {
    summary: 'Prefer `$__rate_interval` to a fixed window in a graph that does not name it',
    why: 'Zoomed out, the points are further apart than the window is long: what happens between is not in the graph.',
    bad: "m.requests_total.rate('5m').sum()",
    good: "timeseries('Requests, mean over 5m', '').query(m.requests_total.rate('5m').sum())",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      if (panel.props.kind !== 'timeseries') continue;
      for (const { query, expression } of queries) {
        if (query.instant === true || query.alerts !== undefined) continue;
        const fixed = fixedWindow(expression);
        if (fixed === undefined || isNamed(panel, query)) continue;
        report({
          message: `a window of \`${fixed.text}\` leaves gaps where the points of the graph are further apart`,
          hint: '`$__rate_interval`, or the window in the title',
          where: expression.where(fixed.node),
        });
      }
    }
  },
});

function fixedWindow(expression: AnalyzedExpression) {
  for (const node of walk(expression.node)) {
    // What happened in an hour is a number of its own; how often it happens is not.
    if (node.kind !== 'call' || (node.func !== 'rate' && node.func !== 'irate')) continue;
    const arg = vectorArgument(node);
    if (arg?.kind !== 'matrix' || arg.range.kind !== 'duration') continue;
    return { node, text: printDuration(arg.range.milliseconds) };
  }
  return undefined;
}

/** A window that the reader is told about is meant. */
function isNamed({ props }: Panel, { legend = '' }: PanelQuery): boolean {
  const text = `${props.title} ${props.description} ${legend}`;
  return (
    /\b\d+\s*(?:s|m|h|d|w|sec|min|hour|day|week|minute|second)s?\b/i.test(text) || WORDS.test(text)
  );
}

const WORDS =
  /\b(?:a|per|an|each|every|last|one|two|five|ten|fifteen|thirty)[ -](?:second|minute|hour|day|week)/i;
