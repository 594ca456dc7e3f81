import { type QueryText, queryUses } from '../../gotemplate/index.ts';
import { parse } from '../../promql/index.ts';
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
      for (const query of queryUses(parsed.tree)) {
        const message = refusalOf(query);
        if (message === undefined) continue;
        report({ message: `Prometheus refuses this query: ${message}`, where: where(query.span) });
      }
    }
  },
});

/** Why a query fails, whatever the alert puts into it. */
function refusalOf({ text, exact }: QueryText): string | undefined {
  if (text === undefined) return undefined;
  const { errors } = parse(text, { variables: false });
  const isUnsure = errors.some(({ span: { start, end } }) =>
    MADE_UP.test(text.slice(start, end).replaceAll(STRINGS, '')),
  );
  return exact === true || !isUnsure ? errors[0]?.message : undefined;
}

/** What stands for something that is not known before the alert fires. */
const MADE_UP = /\b[x0]\b/;

/** Whatever it is, in a string it is text. */
const STRINGS = /"[^"]*"|'[^']*'/g;
