export { PANEL_DEFAULTS } from './panel-defaults.ts';
export { panelKind } from './panel-kinds.ts';
export type { PanelAnnotation, PanelKind, PanelProps, Shown } from './panel-props.ts';
