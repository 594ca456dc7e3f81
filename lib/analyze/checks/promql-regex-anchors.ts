import { defineCheck } from '../define-check.ts';
import { regexMatchersOf } from '../regex-matchers.ts';

export default defineCheck({
  code: 'promql/regex-anchors',
  severity: 'info',
  docs: {
    summary: 'Disallow anchors at the ends of a regular expression',
    why: 'Prometheus matches the whole value anyway; a lone anchor looks as if the other end were open.',
    bad: 'promql`requests_total{route=~"^/api/.*"}`',
    good: 'promql`requests_total{route=~"/api/.*"}`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const { matcher } of regexMatchersOf(expression.node)) {
        const { label, op, value } = matcher;
        const bare = withoutAnchors(value);
        if (bare === value) continue;
        report({
          message: `the anchors of \`${label}${op}"${value}"\` do nothing: it matches whole values only`,
          hint: `\`${label}${op}"${bare}"\``,
          where: expression.where(matcher),
        });
      }
    }
  },
});

/** Anchors inside of alternatives are left: without parentheses they belong to one of them only. */
function withoutAnchors(regex: string): string {
  const bare = regex.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  return bare.includes('|') ? regex : bare;
}
