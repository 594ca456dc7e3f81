export {
  Bench,
  type BenchOptions,
  type Coverage,
  type MutatedSystem,
  type MutationProgress,
  type Reached,
  runMutants,
  scoreOf,
  testAlerts,
  type TestedAlert,
  type TestedSystem,
} from './alert-tests/index.ts';
export {
  checkedFiles,
  type CheckedStack,
  checkOutput,
  type CheckTools,
  isRuleFile,
} from './check-output.ts';
export { type DebianPackages, unpackDebianPackages } from './debian-packages.ts';
export { exampleEnvironment } from './example-environment.ts';
export { firstExecutable } from './first-executable.ts';
export { PrometheusApi, type QueryAnswer, type ResultSeries } from './prometheus-server/index.ts';
export { runTool, type ToolRun, type ToolRunOptions } from './run-tool.ts';
export {
  findTool,
  type MissingTool,
  type Tool,
  TOOL_NAMES,
  type ToolName,
  type ToolPlaces,
} from './tools.ts';
export {
  alertsAt,
  type AlertState,
  askedRange,
  type AskedRange,
  type ChosenValue,
  fillVariables,
  placedAlerts,
  roundInterval,
  type Verified,
  type VerifyOptions,
  verifyProject,
  verifyRunning,
  type VerifySummary,
  type WorldName,
} from './verify/index.ts';
export { Failure, freePort, Workplace } from './workplace/index.ts';
export {
  BlockCache,
  type RunningWorld,
  startWorld,
  worldKey,
  type WorldTools,
} from './world/index.ts';
