export { alertsAt, type AlertState, firingPeriods } from './alert-timeline.ts';
export { askedRange, type AskedRange } from './asked-range.ts';
export { type ChosenValue, fillVariables } from './fill-variables.ts';
export { placedAlerts } from './placed-alerts.ts';
export { roundInterval } from './round-interval.ts';
export {
  type VerifyOptions,
  verifyProject,
  type VerifySummary,
  type WorldName,
} from './verify-project.ts';
export { verifyRunning } from './verify-running.ts';
export { type Verified, verifyWorld } from './verify-world.ts';
