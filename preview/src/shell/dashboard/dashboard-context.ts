import type { VariablesAnswer, View } from '../../../../lib/preview/protocol.ts';
import type { PanelAnnotation } from '../../panels/index.ts';

/** What all panels of a dashboard have in common. */
export interface DashboardContext {
  readonly view: View;
  /** Of the sources and the last refresh. */
  readonly version: string;
  readonly variables: VariablesAnswer;
  readonly annotations: readonly PanelAnnotation[];
  readonly isKiosk: boolean;
  /** What is below the screen is drawn, too. */
  readonly drawsAll: boolean;
}
