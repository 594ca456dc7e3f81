import { labelUses } from '../../gotemplate/index.ts';
import { alertTextsOf } from '../alert-texts.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'template/external-label',
  severity: 'error',
  docs: {
    summary: 'Disallow external labels in texts that Prometheus does not have',
    why: 'Prometheus puts nothing in the place of a label that its configuration does not set.',
    bad: "alert({ name: 'Backlog', expr: m.queue_depth.gt(9), summary: 'Jobs wait in {{ $externalLabels.site }}', description: '' })",
    good: "alert({ name: 'Backlog', expr: m.queue_depth.gt(9), summary: 'Jobs wait in {{ $labels.queue }}', description: '' })",
  },
  run(analysis, report) {
    // Nobody has said what its stack has.
    if (analysis.system.foreign !== undefined) return;
    const known = Object.keys(analysis.system.stack.prometheus.externalLabels ?? {});
    for (const { parsed, where } of alertTextsOf(analysis)) {
      for (const { label, from, span, guarded } of labelUses(parsed.tree)) {
        if (from.kind !== 'external' || guarded === true || known.includes(label)) continue;
        report({
          message: `\`${label}\` is none of the stack's external labels`,
          ...suggest(label, known),
          where: where(span),
        });
      }
    }
  },
});
