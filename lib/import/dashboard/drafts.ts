import type { Units } from '../../emit/index.ts';
import type { System } from '../../model/index.ts';
import type { Kept } from '../import-plan.ts';
import type { Handles } from '../promql/index.ts';
import type { Code } from '../source/index.ts';
import type { Tally } from './context.ts';
import type { PanelGroup } from './read-layout.ts';
import type { Form } from './read-panel.ts';
import type { Raw } from './readers.ts';

/** A panel on its way: what it is in the dashboard, and the calls that make it. */
export interface PanelDraft {
  readonly raw: Raw;
  form: Form;
  /** It shows no unit although its queries have one. */
  plainUnit: boolean;
  /** Calls without those of its place. */
  code: Code;
  /** What the calls do not say. */
  patch: Raw;
  tally: Tally;
  kept: Kept[];
}

export interface VariableDraft {
  readonly raw: Raw;
  readonly constant: string;
  code: Code;
}

export interface RowDraft {
  readonly constant: string;
  readonly group: PanelGroup;
  readonly panels: readonly PanelDraft[];
}

/** A dashboard as it was read. */
export interface DraftInput {
  /** Normalised. */
  readonly raw: Raw;
  readonly uid: string;
  /** Ids of panels that say themselves that they show no unit. */
  readonly plainUnits?: ReadonlySet<unknown> | undefined;
}

/** What is known of the system that a dashboard becomes a part of. */
export interface Surroundings {
  readonly system: System;
  readonly units: Units;
  /** Of its catalogs. */
  readonly handles: Handles;
}
