import { type Inference, labelOf, type Matcher, type Selector } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'promql/regex-as-text',
  severity: 'warning',
  docs: {
    summary: 'Disallow patterns beside `=` and `!=`, which compare the text as it is',
    why: 'No value is spelled like the pattern: the selector is empty, or the exclusion excludes nothing.',
    bad: 'promql`sum(rate(requests_total{route="/api/.*"}[5m]))`',
    good: 'promql`sum(rate(requests_total{route=~"/api/.*"}[5m]))`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const selector of expression.nodesOf('selector')) {
        for (const matcher of selector.matchers) {
          if (!isPattern(matcher) || isKnown(matcher, selector, expression.inference)) continue;
          report({
            message: `\`${matcher.value}\` is a pattern, but \`${matcher.op}\` compares it letter by letter`,
            hint: `\`${matcher.label}${matcher.op === '=' ? '=~' : '!~'}"${matcher.value}"\``,
            where: expression.where(matcher),
          });
        }
      }
    }
  },
});

function isPattern({ op, value }: Matcher): boolean {
  return (op === '=' || op === '!=') && (PATTERN.test(value) || WORDS.test(value));
}

/** What no path, name or number holds. */
const PATTERN = /\.[*+]|\(\?:|\[[\w-]+\][*+]|\\[dw.]/;
const WORDS = /^[\w-]+(?:\|[\w-]+)+$/;

/** Where all values are known, `promql/impossible-value` says which there are. */
function isKnown({ label }: Matcher, selector: Selector, inference: Inference): boolean {
  return labelOf(inference.of(selector), label).values !== undefined && label !== '__name__'
    ? inference.facts.some(
        (fact) => fact.kind === 'matcher-value-unknown' && fact.node === selector,
      )
    : false;
}
