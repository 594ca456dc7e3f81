import type { Matcher } from '../../promql/index.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { regexMatchersOf } from '../regex-matchers.ts';
import { withoutGroups } from '../regex-text.ts';

export default defineCheck({
  code: 'promql/regex-wildcard',
  severity: 'info',
  docs: {
    summary: 'Disallow regular expressions that match everything',
    why: '`.*` leaves nothing out and has to be tried on every value; `.+` says that the label is there, which `!=""` says too.',
    bad: 'promql`requests_total{route=~".+"}`',
    good: 'promql`requests_total{route!=""}`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const { selector, matcher } of regexMatchersOf(expression)) {
        // Without a name the selector needs a matcher that is not empty.
        const finding = findingOf(matcher);
        if (finding === undefined) continue;
        if (selector.name === undefined && selector.matchers.length === 1) continue;
        report({ ...finding, where: expression.where(matcher) });
      }
    }
  },
});

function findingOf({ label, op, value }: Matcher): Omit<Finding, 'where'> | undefined {
  const text = `\`${label}${op}"${value}"\``;
  const bare = withoutGroups(withoutGroups(value).replace(/^\^|(?<!\\)\$$/g, '')).replace(
    /\?$/,
    '',
  );
  if (bare === '.+') {
    const plain = op === '=~' ? '!=' : '=';
    return {
      message: `${text} only asks ${op === '=~' ? 'for' : 'against'} the label`,
      hint: `\`${label}${plain}""\``,
    };
  }
  if (bare !== '.*') return undefined;
  return op === '=~'
    ? { message: `${text} passes everything`, hint: 'leave it out' }
    : {
        severity: 'error',
        message: `${text} passes nothing, not even series without the label`,
        hint: `\`${label}=""\``,
      };
}
