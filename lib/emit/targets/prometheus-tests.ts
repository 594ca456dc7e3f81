import { fromFolder } from '../../catalog/index.ts';
import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import { type System, whereIn } from '../../model/index.ts';
import { ruleContext } from '../alert-rule.ts';
import { type AlertTest, alertTests, groupsBelow } from '../alert-test.ts';
import { caseProblems } from '../case-problems.ts';
import { generatedFrom } from '../generated.ts';
import { fileName, ruleFileOf } from '../rule-files.ts';
import { alertsOf } from '../system-rules.ts';
import type { Artifact, Target } from '../target.ts';
import { testGroup } from '../test-group.ts';
import { toYaml } from '../yaml.ts';

/** Unit tests for `promtool test rules`: one file an alert, one test a case. */
export default {
  name: 'prometheus-tests',
  emit(system) {
    const tests = alertTests(system, ruleContext(system))
      .filter(({ placed }) => isUnique(placed.rule.name, system))
      .map((test) => testFile(test, system));
    return {
      value: tests.map(({ value }) => value),
      diagnostics: tests.flatMap(({ diagnostics }) => diagnostics),
    };
  },
} satisfies Target;

/** promtool asks for alerts by name: of two of one name, neither is tested here, where both are in the rule files. */
function isUnique(name: string, system: System): boolean {
  return alertsOf(system).filter(({ rule }) => rule.name === name).length === 1;
}

function testFile(test: AlertTest, system: System): Result<Artifact> {
  const { rule: alert, group } = test.placed;
  const { stack } = system;
  const groups = groupsBelow(test);
  const files = [...new Set(groups.map(({ value }) => ruleFileOf(value, stack)))];
  const content = {
    rule_files: files.map((file) => fromFolder(file, stack.prometheus.testsPath)),
    evaluation_interval: String(test.interval),
    // Without it promtool evaluates groups in an order of its own, another one each time.
    group_eval_order: groups.length === 1 ? undefined : groups.map(({ value }) => value.name),
    tests: test.cases.map((each) => testGroup(test, each)),
  };
  return {
    value: {
      path: `${stack.prometheus.testsPath}/${fileName(alert.name)}.test.yml`,
      text: toYaml(generatedFrom(group.file), content),
    },
    diagnostics: test.cases.flatMap(({ name, source }): Diagnostic[] =>
      caseProblems(source, alert, system).map((problem) => ({
        ...problem,
        severity: 'error',
        where: whereIn(group, alert.site, [`alert ${alert.name}`, `case "${name}"`]),
      })),
    ),
  };
}
