import { type Expr, type Matcher, type Range, variablesIn } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'rule/grafana-variable',
  severity: 'error',
  docs: {
    summary: "Disallow Grafana's variables in rules",
    why: 'Prometheus evaluates rules without Grafana: it refuses the variable, or takes it for a text that nothing equals.',
    bad: "record({ name: 'job:requests:rate', expr: m.requests_total.rate().sumBy('job') })",
    good: "record({ name: 'job:requests:rate5m', expr: m.requests_total.rate('5m').sumBy('job') })",
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      const { use } = expression;
      if (use !== 'alert' && use !== 'record') continue;
      for (const { text, part, isRange } of variablesOf(expression)) {
        report({
          message: `a rule has no \`${text}\`: Grafana fills it in, Prometheus does not`,
          hint: isRange ? "give the range: `.rate('5m')`" : 'write the value in its place',
          where: expression.where(part),
        });
      }
    }
  },
});

interface Use {
  readonly text: string;
  readonly part: Expr | Matcher;
  readonly isRange?: true;
}

function variablesOf({ nodes }: AnalyzedExpression): readonly Use[] {
  const found: Use[] = [];
  for (const part of nodes) {
    inTexts(part, found);
    for (const range of rangesOf(part)) {
      if (range?.kind === 'variable') {
        found.push({ text: range.variable.text, part, isRange: true });
      }
    }
  }
  return found;
}

function inTexts(part: Expr, into: Use[]): void {
  switch (part.kind) {
    case 'variable':
      into.push({ text: part.variable.text, part });
      return;
    case 'selector':
      inText(part.name ?? '', part, into);
      for (const matcher of part.matchers) inText(matcher.value, matcher, into);
      if (part.at?.kind === 'variable') into.push({ text: part.at.variable.text, part });
      return;
    case 'aggregate':
      for (const label of part.grouping?.labels ?? []) inText(label, part, into);
      return;
    case 'binary':
      for (const label of part.matching?.labels ?? []) inText(label, part, into);
      return;
    default:
      return;
  }
}

function inText(text: string, part: Expr | Matcher, into: Use[]): void {
  for (const variable of variablesIn(text)) into.push({ text: variable.text, part });
}

function rangesOf(part: Expr): readonly (Range | undefined)[] {
  switch (part.kind) {
    case 'selector':
      return [part.offset];
    case 'matrix':
      return [part.range];
    case 'subquery':
      return [part.range, part.step, part.offset];
    default:
      return [];
  }
}
