import { type TestCase, testGroup } from '../../emit/index.ts';
import { print } from '../../promql/index.ts';
import type { Outcome, Probe, World } from './bench.ts';
import { extremeOf, valueProbe } from './condition-value.ts';
import { differenceOf } from './difference.ts';
import { firingProbe } from './firing-probe.ts';
import type { Subject } from './subject.ts';

/** A case that was run, and what was asked beside. */
export interface CaseRun {
  readonly test: TestCase;
  readonly outcome: Outcome;
  /** What it expected and what it got; `undefined` where it passed. */
  readonly difference: string | undefined;
  /** By the index of the branch: whether it decided the result. */
  readonly branches: readonly boolean[];
  /** By the index of the condition: its value; `undefined` where it had none. */
  readonly values: readonly (number | undefined)[];
  /** By the index of the recording rule: whether it recorded something. */
  readonly recorded: readonly boolean[];
  /** Seconds from the start at which the alert fired first. */
  readonly firstFiring: number | undefined;
}

/** A case as it is built, with questions about branches, conditions and recording rules. */
export function caseWorld(subject: Subject, test: TestCase): World {
  return {
    slice: subject.slice,
    interval: subject.test.interval,
    group: testGroup(subject.test, test),
    probes: probesOf(subject, test),
  };
}

function probesOf(subject: Subject, { until }: TestCase): readonly Probe[] {
  const { alert, branches, conditions, test } = subject;
  const at = String(until);
  const recordings = test.recordings.map(({ rule }) =>
    print({ kind: 'selector', name: rule.name, matchers: [] }),
  );
  const firing = `timestamp(${firingProbe(alert.name)})[${at}:${String(test.interval)}]`;
  return [
    `min_over_time(${firing})`,
    ...branches.map(({ probe }) => probe),
    ...conditions.map((condition) => valueProbe(subject, condition)),
    ...recordings,
  ].map((expr) => ({ expr, at }));
}

/** Reads the answers. */
export function caseRun(subject: Subject, test: TestCase, outcome: Outcome): CaseRun {
  const { branches, conditions } = subject;
  const [firing = [], ...rest] = outcome.probes;
  const afterBranches = rest.slice(branches.length);
  return {
    test,
    outcome,
    difference: differenceOf(outcome),
    branches: branches.map((_, index) => (rest[index] ?? []).length > 0),
    values: conditions.map((condition, index) => extremeOf(afterBranches[index] ?? [], condition)),
    recorded: afterBranches.slice(conditions.length).map((samples) => samples.length > 0),
    firstFiring: firing.length === 0 ? undefined : Math.min(...firing.map(({ value }) => value)),
  };
}
