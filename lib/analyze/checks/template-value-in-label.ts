import { valueUses } from '../../gotemplate/index.ts';
import { alertTextsOf } from '../alert-texts.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'template/value-in-label',
  severity: 'error',
  docs: {
    summary: "Disallow the value of an alert's expression in its labels",
    why: 'An alert with another label is another alert: with every new value the old one resolves, and the new one waits from the start.',
    bad: "alert({ name: 'Backlog', expr: m.queue_depth.gt(9), labels: { depth: '{{ $value }}' }, summary: '', description: '' })",
    good: "alert({ name: 'Backlog', expr: m.queue_depth.gt(9), summary: '{{ $value }} jobs', description: '' })",
  },
  run(analysis, report) {
    for (const { kind, name, parsed, where } of alertTextsOf(analysis)) {
      if (kind !== 'label') continue;
      // In a condition it chooses among texts, such as severities: the label changes as seldom as they do.
      for (const { span } of valueUses(parsed.tree).filter(({ printed }) => printed)) {
        report({
          message: `the label \`${name}\` changes with the value, so the alert never stays the same`,
          hint: 'write it in `summary` or `description`',
          where: where(span),
        });
      }
    }
  },
});
