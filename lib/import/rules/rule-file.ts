import type { Kept } from '../import-plan.ts';

/** A rule file as it was read: what it says, before anything is made of it. */
export interface RuleFile {
  readonly groups: readonly RawGroup[];
  /** What cannot be read or kept, by place. */
  readonly lost: readonly Kept[];
  /** Above the first group, line by line. */
  readonly comments: readonly string[];
}

export interface RawGroup {
  readonly name: string;
  /** Texts as they are written: durations are not yet read. */
  readonly interval?: string;
  readonly queryOffset?: string;
  readonly limit?: string;
  readonly labels: Texts;
  readonly rules: readonly RawRule[];
  readonly comments: readonly string[];
  /** For people: `group x`. */
  readonly place: string;
}

export interface RawRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly expr: string;
  readonly for?: string;
  readonly keepFiringFor?: string;
  readonly labels: Texts;
  readonly annotations: Texts;
  readonly comments: readonly string[];
  readonly place: string;
}

export type Texts = Readonly<Record<string, string>>;
