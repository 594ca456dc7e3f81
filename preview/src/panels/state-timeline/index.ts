export { stateTimeline } from './state-timeline.tsx';
export { statusHistory } from './status-history.tsx';
