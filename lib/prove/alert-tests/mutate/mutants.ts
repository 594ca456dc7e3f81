import { Duration } from '../../../catalog/index.ts';
import type { Where } from '../../../diagnostics/index.ts';
import { type Alert, type RecordingRule, whereIn } from '../../../model/index.ts';
import { print } from '../../../promql/index.ts';
import type { Subject } from '../subject.ts';
import { whyEquivalent } from './equivalent.ts';
import { mutateExpr, type MutationKind } from './mutate-expr.ts';

/** A rule that differs from the real one in one place. */
export interface Mutant {
  readonly kind: MutationKind;
  readonly from: Alert | RecordingRule;
  readonly to: Alert | RecordingRule;
  /** What was there, and what is there now. */
  readonly change: readonly [before: string, after: string];
  /** Of the rule that was changed. */
  readonly where: Where;
  /** Why no test can tell it from the rule; absent where one might. */
  readonly equivalent?: string;
}

/** All mutants of an alert and of the recording rules below it. */
export function mutantsOf(subject: Subject): readonly Mutant[] {
  const { test, alert } = subject;
  return [
    ...test.recordings.flatMap(({ rule, group }) =>
      changed(rule, subject, whereIn(group, rule.site, [`record ${rule.name}`])),
    ),
    ...changed(alert, subject, subject.where),
    ...heldOtherwise(alert, subject.where),
  ];
}

function changed(rule: Alert | RecordingRule, subject: Subject, where: Where): readonly Mutant[] {
  const seen = new Set([print(rule.node)]);
  return [...mutateExpr(rule.node)].flatMap((mutation) => {
    const text = print(mutation.to);
    if (seen.has(text)) return [];
    seen.add(text);
    const equivalent = whyEquivalent(mutation, rule, subject);
    return [
      {
        kind: mutation.kind,
        from: rule,
        to: { ...rule, node: mutation.to },
        change: [print(mutation.from), print(mutation.by)],
        where,
        ...(equivalent === undefined ? {} : { equivalent }),
      },
    ];
  });
}

function heldOtherwise(alert: Alert, where: Where): readonly Mutant[] {
  const { for: hold } = alert;
  if (hold === undefined || hold.milliseconds === 0) return [];
  return [0.5, 2].map((factor) => {
    const other = Duration.milliseconds(hold.milliseconds * factor);
    return {
      kind: 'for',
      from: alert,
      to: { ...alert, for: other },
      change: [`for: ${String(hold)}`, `for: ${String(other)}`],
      where,
    };
  });
}
