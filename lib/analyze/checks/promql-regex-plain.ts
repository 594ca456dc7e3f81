import { defineCheck } from '../define-check.ts';
import { fixMatcher } from '../fix-matcher.ts';
import { regexMatchersOf } from '../regex-matchers.ts';
import { literalOf } from '../regex-text.ts';

export default defineCheck({
  code: 'promql/regex-plain',
  severity: 'info',
  docs: {
    summary: 'Prefer `=` and `!=` to a regular expression that is one text',
    why: 'It says what is meant, and `=~` reads as if it found a part of the value, which it does not.',
    bad: 'promql`queue_depth{queue=~"mail"}`',
    good: 'promql`queue_depth{queue="mail"}`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const { matcher, plain } of regexMatchersOf(expression)) {
        const { label, op, value } = matcher;
        const only = literalOf(value);
        if (only === undefined) continue;
        report({
          message: `\`${label}${op}"${value}"\` is no pattern`,
          hint: `\`${label}${plain}"${only}"\``,
          where: expression.where(matcher),
          ...(only === value
            ? fixMatcher(expression, matcher, ({ op }) => [{ span: op, text: plain }])
            : {}),
        });
      }
    }
  },
});
