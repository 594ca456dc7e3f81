import { alertTextsOf } from '../alert-texts.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'template/syntax',
  severity: 'error',
  docs: {
    summary: 'Disallow templates that Prometheus refuses, or that fail when the alert fires',
    why: 'A template that cannot be read keeps the whole rule file out; one that fails later sends its error in place of the text.',
    bad: "alert({ name: 'Backlog', expr: m.queue_depth.gt(9), summary: '{{ $value | humanise }} jobs', description: '' })",
    good: "alert({ name: 'Backlog', expr: m.queue_depth.gt(9), summary: '{{ $value | humanize }} jobs', description: '' })",
  },
  run(analysis, report) {
    for (const { parsed, where } of alertTextsOf(analysis)) {
      for (const { effect, message, hint, span } of parsed.errors) {
        // The reader of rule files reports these.
        if (effect === 'refused' && analysis.system.foreign !== undefined) continue;
        report({ message, ...(hint === undefined ? {} : { hint }), where: where(span) });
      }
    }
  },
});
