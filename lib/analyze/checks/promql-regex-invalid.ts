import { defineCheck } from '../define-check.ts';
import { refusalsOf } from '../refusals.ts';

export default defineCheck({
  code: 'promql/regex-invalid',
  severity: 'error',
  docs: {
    summary: 'Disallow regular expressions that RE2 refuses',
    why: 'Prometheus answers the query with an error; look-around and back references do not exist there.',
    bad: "m.requests_total.where({ route: matches('/api/(?!health).*') }).rate().sum()",
    good: "m.requests_total.where({ route: matches('/api/.*') }).rate().sum()",
  },
  run({ expressions }, report) {
    for (const { aboutRegex, finding } of expressions.flatMap(refusalsOf)) {
      if (aboutRegex)
        report({ hint: 'RE2 syntax: https://github.com/google/re2/wiki/Syntax', ...finding });
    }
  },
});
