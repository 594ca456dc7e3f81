import { Duration } from '../../catalog/index.ts';
import { houseSettings } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'house/pending-period',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Require a `for` of at least a minute, or what the setting says',
    why: 'Whatever is over before somebody has read the message has woken that person for nothing.',
    bad: "plainAlert({ name: 'Full', expr: m.queue_depth.gt(9) })",
    good: "plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), for: '5m' })",
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/pending-period', [
      { of: 'for', atLeast: Duration.minutes(1) },
    ]);
    for (const { rule, where } of alertsOf(analysis)) {
      for (const { of, atLeast, atMost } of settings) {
        const held = rule[of] ?? Duration.milliseconds(0);
        const limit = isBelow(held, atLeast) ? atLeast : isBelow(atMost, held) ? atMost : undefined;
        if (limit === undefined) continue;
        const [field, hint] = written(of, limit, analysis.loaded.foreign === true);
        const least = limit === atLeast ? 'at least' : 'at most';
        report({
          message: `\`${field}\` of \`${rule.name}\` is \`${held}\`, and has to be ${least} \`${limit}\``,
          hint,
          where,
        });
      }
    }
  },
});

function isBelow(a: Duration | undefined, b: Duration | undefined): boolean {
  return a !== undefined && b !== undefined && a.milliseconds < b.milliseconds;
}

function written(
  of: 'for' | 'keepFiringFor',
  limit: Duration,
  inFile: boolean,
): readonly [field: string, hint: string] {
  const field = inFile && of !== 'for' ? 'keep_firing_for' : of;
  return [field, inFile ? `\`${field}: ${limit}\`` : `${field}: '${limit}'`];
}
