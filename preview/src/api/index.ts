export {
  fetchAlerts,
  fetchAnnotations,
  fetchDashboard,
  fetchPanel,
  fetchVariables,
  readPanelAnswer,
  RefusedError,
} from './client.ts';
export { followState, type LiveState, useLiveState } from './live-state.ts';
export { queueOf } from './queue.ts';
