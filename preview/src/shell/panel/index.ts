export { timeRangeOf } from './panel-body.tsx';
export { PanelView } from './panel-view.tsx';
