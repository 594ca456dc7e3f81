import type { Span } from '../../diagnostics/index.ts';
import { defineCheck } from '../define-check.ts';
import { fixMatcher } from '../fix-matcher.ts';
import { regexMatchersOf } from '../regex-matchers.ts';
import { alternativesOf } from '../regex-text.ts';

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
      for (const { matcher } of regexMatchersOf(expression)) {
        const { label, op, value } = matcher;
        const bare = withoutAnchors(value);
        if (bare === value) continue;
        report({
          message: `the anchors of \`${label}${op}"${value}"\` do nothing: it matches whole values only`,
          hint: `\`${label}${op}"${bare}"\``,
          where: expression.where(matcher),
          ...fixMatcher(expression, matcher, ({ value: { start, end } }, text) => [
            ...(text[start + 1] === '^' ? [{ span: at(start + 1), text: '' }] : []),
            ...(value.endsWith('$') && text[end - 2] === '$'
              ? [{ span: at(end - 2), text: '' }]
              : []),
          ]),
        });
      }
    }
  },
});

/** Anchors inside of alternatives are left: without parentheses they belong to one of them only. */
function withoutAnchors(regex: string): string {
  const bare = regex.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  return alternativesOf(bare).length > 1 ? regex : bare;
}

function at(offset: number): Span {
  return { start: offset, end: offset + 1 };
}
