export { firingPeriods } from './alert-timeline.ts';
export { fillVariables } from './fill-variables.ts';
export {
  type VerifyOptions,
  verifyProject,
  type VerifySummary,
  type WorldName,
} from './verify-project.ts';
export { verifyRunning } from './verify-running.ts';
export { type Verified, verifyWorld } from './verify-world.ts';
