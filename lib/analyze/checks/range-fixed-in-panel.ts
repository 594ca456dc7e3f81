import type { Panel, PanelQuery } from '../../model/index.ts';
import { type Call, type Matrix, printDuration } from '../../promql/index.ts';
import type { Analysis, AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { fixWindow } from '../fix-window.ts';
import { vectorArgument } from '../kind-text.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'range/fixed-in-panel',
  severity: 'info',
  docs: {
    summary:
      'Prefer `$__rate_interval` to a fixed window in a panel over time that does not name it',
    why: 'Zoomed out, the points are further apart than the window is long: what happens between is not in the graph.',
    bad: "m.requests_total.rate('5m').sum()",
    good: "timeseries('Requests, mean over 5m', '').query(m.requests_total.rate('5m').sum())",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      if (!isOverTime(panel, analysis)) continue;
      for (const { query, expression } of queries) {
        if (query.instant === true || query.alerts !== undefined) continue;
        const fixed = fixedWindows(expression);
        const [first] = fixed;
        if (first === undefined || isNamed(panel, query)) continue;
        const isOne = fixed.every(({ text }) => text === first.text);
        report({
          message: `a window of \`${first.text}\` leaves gaps where the points in time are further apart`,
          hint: '`$__rate_interval`, or the window in the title',
          where: expression.where(first.node),
          // Windows of different lengths are meant to be compared.
          ...(isOne
            ? fixWindow(
                expression,
                fixed.map(({ window }) => window),
              )
            : {}),
        });
      }
    }
  },
});

/** Our own panels of one value ask for it at one moment; others ask over time, and take the mean or the last. */
function isOverTime({ props }: Panel, { loaded }: Analysis): boolean {
  if (props.kind === 'timeseries') return true;
  return loaded.foreign === true && (props.kind === 'stat' || props.kind === 'gauge');
}

interface FixedWindow {
  readonly node: Call;
  readonly window: Matrix;
  readonly text: string;
}

function fixedWindows(expression: AnalyzedExpression): FixedWindow[] {
  return expression.nodesOf('call').flatMap((node): FixedWindow[] => {
    // What happened in an hour is a number of its own; how often it happens is not.
    if (node.func !== 'rate' && node.func !== 'irate') return [];
    const window = vectorArgument(node);
    if (window?.kind !== 'matrix' || window.range.kind !== 'duration') return [];
    return [{ node, window, text: printDuration(window.range.milliseconds) }];
  });
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
