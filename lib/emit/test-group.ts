import type { Duration } from '../catalog/index.ts';
import { print } from '../promql/index.ts';
import type { AlertTest, ExpectedValue, TestCase } from './alert-test.ts';
import type { ExpectedAlert } from './expected-alert.ts';
import { sampleValues } from './sample-values.ts';
import type { InputSeries } from './test-series.ts';

/** One entry of `tests` in a file for promtool. */
export interface TestGroup {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly { readonly series: string; readonly values: string }[];
  readonly alert_rule_test?: readonly {
    readonly eval_time: string;
    readonly alertname: string;
    readonly exp_alerts: readonly ExpectedAlert[];
  }[];
  readonly promql_expr_test?: readonly {
    readonly expr: string;
    readonly eval_time: string;
    readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
  }[];
}

/** A case as promtool reads it. */
export function testGroup(test: AlertTest, { name, until, ...rest }: TestCase): TestGroup {
  const { placed, interval } = test;
  return {
    name,
    interval: String(interval),
    input_series: inputSeries(rest.series, interval, until),
    alert_rule_test: [
      { eval_time: String(until), alertname: placed.rule.name, exp_alerts: rest.expected },
    ],
    ...(rest.values.length === 0 ? {} : { promql_expr_test: valueTests(rest.values, until) }),
  };
}

/** Samples up to a moment, that one included. */
export function inputSeries(
  series: readonly InputSeries[],
  interval: Duration,
  until: Duration,
): TestGroup['input_series'] {
  return series.map(({ name, samples }) => ({
    series: name,
    values: sampleValues(samples, interval, until),
  }));
}

/** One test an expression: alerts of several values share it. */
function valueTests(
  values: readonly ExpectedValue[],
  until: Duration,
): NonNullable<TestGroup['promql_expr_test']> {
  const expressions = [...new Set(values.map(({ expr }) => expr))];
  return expressions.map((expr) => ({
    expr,
    eval_time: String(until),
    exp_samples: values
      .filter((each) => each.expr === expr)
      .map(({ labels }) => ({ labels: labelText(labels), value: 1 })),
  }));
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels)
    .filter(([label]) => label !== '__name__')
    .map(([label, value]) => ({ label, op: '=' as const, value }));
  return print({ kind: 'selector', matchers });
}
