import type { Draft } from './draft.ts';

/** One thing that two dashboards may differ in while Grafana shows the same. A row of the documented table. */
export interface NormaliserRule {
  /** Kebab-case; unique. */
  readonly id: string;
  readonly kind: 'migration' | 'noise' | 'default' | 'spelling' | 'order';
  /** Of a migration: the schema version whose reader does it; files of that version and later are left alone. */
  readonly version?: number;
  /** What it does and why nothing is lost by it; a sentence. */
  readonly what: string;
  readonly apply: (dashboard: Draft) => void;
}
