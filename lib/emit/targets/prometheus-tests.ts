import { Duration, fromFolder } from '../../catalog/index.ts';
import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import {
  type Alert,
  type AlertCase,
  type Firing,
  type System,
  whereIn,
} from '../../model/index.ts';
import { ruleAnnotations, type RuleContext, ruleContext, ruleLabels } from '../alert-rule.ts';
import { caseProblems } from '../case-problems.ts';
import { generatedFrom } from '../generated.ts';
import { groupsOf, recordingsBelow } from '../rule-dependencies.ts';
import { fileName, ruleFileOf } from '../rule-files.ts';
import { sampleValues } from '../sample-values.ts';
import { alertsOf, type Placed } from '../system-rules.ts';
import type { Artifact, Target } from '../target.ts';
import { testInterval } from '../test-interval.ts';
import { testSeries } from '../test-series.ts';
import { toYaml } from '../yaml.ts';

/** Unit tests for `promtool test rules`: one file an alert, one test a case. */
export default {
  name: 'prometheus-tests',
  emit(system) {
    const context = ruleContext(system);
    const tests = alertsOf(system).map((alert) => testOf(alert, system, context));
    return {
      value: tests.map(({ value }) => value),
      diagnostics: tests.flatMap(({ diagnostics }) => diagnostics),
    };
  },
} satisfies Target;

function testOf(placed: Placed<Alert>, system: System, context: RuleContext): Result<Artifact> {
  const { rule: alert, group } = placed;
  const { stack } = system;
  const recordings = recordingsBelow(alert, system);
  const groups = groupsOf([...recordings, placed]);
  const files = [...new Set(groups.map(({ value }) => ruleFileOf(value, stack)))];
  const interval = testInterval(alert, [alert.node, ...recordings.map(({ rule }) => rule.node)]);
  const content = {
    rule_files: files.map((file) => fromFolder(file, stack.prometheus.testsPath)),
    evaluation_interval: String(interval),
    // Without it promtool evaluates groups in an order of its own, another one each time.
    group_eval_order: groups.length === 1 ? undefined : groups.map(({ value }) => value.name),
    tests: alert.cases.map((test) => caseOf(test, alert, interval, system, context)),
  };
  return {
    value: {
      path: `${stack.prometheus.testsPath}/${fileName(alert.name)}.test.yml`,
      text: toYaml(generatedFrom(group.file), content),
    },
    diagnostics: alert.cases.flatMap((test): Diagnostic[] =>
      caseProblems(test, alert, system).map((problem) => ({
        ...problem,
        severity: 'error',
        where: whereIn(group, alert.site, [`alert ${alert.name}`, `case "${test.name}"`]),
      })),
    ),
  };
}

function caseOf(
  { name, given, at, fires = [] }: AlertCase,
  alert: Alert,
  interval: Duration,
  system: System,
  context: RuleContext,
) {
  const until = Duration.of(at);
  return {
    name,
    interval: String(interval),
    input_series: given.map((series) => ({
      series: testSeries(series, system).name,
      values: sampleValues(series.samples, interval, until),
    })),
    alert_rule_test: [
      {
        eval_time: String(until),
        alertname: alert.name,
        exp_alerts: fires.map((firing) => expectedOf(firing, alert, context)),
      },
    ],
  };
}

function expectedOf(firing: Firing, alert: Alert, context: RuleContext) {
  const { summary = alert.summary, description = alert.description } = firing;
  return {
    exp_labels: { ...firing.labels, ...ruleLabels(alert, context) },
    exp_annotations: ruleAnnotations(alert, context, { summary, description }),
  };
}
