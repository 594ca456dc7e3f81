export { forgetPanel, type PanelReport, reportPanel, reportPhase } from './board.ts';
export { provideControl } from './control.ts';
export { useOpening } from './opening.ts';
