export { ruleContext, type RuleContext } from './alert-rule.ts';
export { alertTest, type AlertTest, alertTests, type TestCase } from './alert-test.ts';
export { emitSystem, type Emitted } from './emit.ts';
export type { ExpectedAlert } from './expected-alert.ts';
export {
  CONSTANT_DEFAULTS,
  emitDashboard,
  PANEL_DEFAULTS,
  PART_DEFAULTS,
  type Units,
  unitsOf,
} from './grafana/index.ts';
export { isPathBelow } from './path-below.ts';
export { ruleSlice } from './rule-slice.ts';
export { alertsOf, type Placed, recordingsOf } from './system-rules.ts';
export type { Artifact, Target } from './target.ts';
export { TARGETS } from './targets/index.ts';
export { inputSeries, testGroup, type TestGroup } from './test-group.ts';
export type { InputSeries } from './test-series.ts';
