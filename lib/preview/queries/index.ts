export { askAlerts } from './ask-alerts.ts';
export { askAnnotations } from './ask-annotations.ts';
export { type Asking, askPanel } from './ask-panel.ts';
