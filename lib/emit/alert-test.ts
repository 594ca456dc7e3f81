import { Duration } from '../catalog/index.ts';
import type { Alert, AlertCase, RecordingRule, System } from '../model/index.ts';
import { print } from '../promql/index.ts';
import type { RuleContext } from './alert-rule.ts';
import { type ExpectedAlert, expectedAlert, labelsOf } from './expected-alert.ts';
import { groupsOf, recordingsBelow } from './rule-dependencies.ts';
import { alertsOf, type Placed } from './system-rules.ts';
import { testInterval } from './test-interval.ts';
import { type InputSeries, inputWorld } from './test-series.ts';

/** An alert with all that its tests need. */
export interface AlertTest {
  readonly placed: Placed<Alert>;
  /** The recording rules below it, inputs first. */
  readonly recordings: readonly Placed<RecordingRule>[];
  /** Of samples and evaluations. */
  readonly interval: Duration;
  readonly cases: readonly TestCase[];
}

/** One case: a world, a moment, and what is expected of it. */
export interface TestCase {
  readonly name: string;
  readonly series: readonly InputSeries[];
  readonly until: Duration;
  readonly expected: readonly ExpectedAlert[];
  readonly values: readonly ExpectedValue[];
  readonly source: AlertCase;
}

/** A value that a case names. */
export interface ExpectedValue {
  /** Returns 1 where the alert's expression returns the value. */
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The tests of every alert, in the order of the groups. */
export function alertTests(system: System, context: RuleContext): readonly AlertTest[] {
  return alertsOf(system).map((placed) => alertTest(placed, system, context));
}

/** The tests of one alert. */
export function alertTest(placed: Placed<Alert>, system: System, context: RuleContext): AlertTest {
  const { rule: alert } = placed;
  const recordings = recordingsBelow(alert, system);
  const interval = testInterval(alert, [alert.node, ...recordings.map(({ rule }) => rule.node)]);
  return {
    placed,
    recordings,
    interval,
    cases: alert.cases.map((source) => {
      const { name, given, at, fires = [] } = source;
      return {
        name,
        series: inputWorld(given, system).series,
        until: Duration.of(at),
        expected: fires.map((firing) => expectedAlert(firing, alert, context)),
        values: fires.flatMap((firing) =>
          firing.value === undefined
            ? []
            : [{ expr: isValue(alert, firing.value), labels: labelsOf(firing) }],
        ),
        source,
      };
    }),
  };
}

/** Floating-point sums differ in their last digits with the order of series, which nothing promises. */
function isValue(alert: Alert, value: number): string {
  const tolerance = Math.max(Math.abs(value) * 1e-9, 1e-12);
  const distance = `abs((${print(alert.node)}) - ${decimal(value)})`;
  return `${distance} <= bool ${decimal(tolerance)} == 1`;
}

function decimal(value: number): string {
  const text = print({ kind: 'number', value });
  return value < 0 ? `(${text})` : text;
}

/** The rule groups that the tests of an alert evaluate, in their order. */
export function groupsBelow({ recordings, placed }: AlertTest): ReturnType<typeof groupsOf> {
  return groupsOf([...recordings, placed]);
}
