import { defineCheck } from '../define-check.ts';
import { regexMatchersOf } from '../regex-matchers.ts';

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
      for (const { matcher, plain } of regexMatchersOf(expression.node)) {
        const { label, op, value } = matcher;
        if (/[\\^$.|?*+()[\]{}]/.test(value)) continue;
        report({
          message: `\`${label}${op}"${value}"\` is no pattern`,
          hint: `\`${label}${plain}"${value}"\``,
          where: expression.where(matcher),
        });
      }
    }
  },
});
