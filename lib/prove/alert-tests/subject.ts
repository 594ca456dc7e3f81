import type { Where } from '../../diagnostics/index.ts';
import {
  type AlertTest,
  alertTests,
  type RuleContext,
  ruleContext,
  ruleSlice,
} from '../../emit/index.ts';
import { type Alert, type RecordingRule, type System, whereIn } from '../../model/index.ts';
import type { Slice } from './bench.ts';
import { type Branch, branchesOf } from './branches.ts';
import { type Condition, conditionsOf, type Underivable } from './conditions.ts';

/** An alert as the tests look at it. */
export interface Subject {
  readonly system: System;
  readonly context: RuleContext;
  readonly test: AlertTest;
  readonly alert: Alert;
  readonly slice: Slice;
  readonly conditions: readonly Condition[];
  readonly underivable: readonly Underivable[];
  /** Of the alert, and of the recording rules below it. */
  readonly branches: readonly Branch[];
  readonly where: Where;
}

/** The alerts of a system, in the order of their groups. */
export function subjectsOf(system: System): readonly Subject[] {
  const context = ruleContext(system);
  return alertTests(system, context).map((test) => {
    const { rule: alert, group } = test.placed;
    const { conditions, others } = conditionsOf(alert.node);
    return {
      system,
      context,
      test,
      alert,
      slice: sliceOf(test, context),
      conditions,
      underivable: others,
      branches: [alert, ...test.recordings.map(({ rule }) => rule)].flatMap(({ node }) =>
        branchesOf(node, system.metrics),
      ),
      where: whereIn(group, alert.site, [`alert ${alert.name}`]),
    };
  });
}

/**
 * The rules that the tests of an alert need.
 *
 * @param changed stands in the place of the rule of its name
 */
export function sliceOf(
  { placed, recordings }: AlertTest,
  context: RuleContext,
  changed?: { readonly from: Alert | RecordingRule; readonly to: Alert | RecordingRule },
): Slice {
  const rules = [...recordings.map(({ rule }) => rule), placed.rule];
  return ruleSlice(
    rules.map((rule) => (rule === changed?.from ? changed.to : rule)),
    context,
  );
}
