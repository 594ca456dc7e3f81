import type { System } from '../model/index.ts';
import type { Formatting } from './source/index.ts';

/** What an import is asked for. */
export interface ImportRequest {
  /** What was read, in order. */
  readonly sources: readonly SourceText[];
  /** Name of the system that it becomes a part of: a folder's name. */
  readonly system: string;
  /** The system as it is now; absent: there is none, and the import makes one. */
  readonly present: System | undefined;
  /** The text of a file of the project, by its path from the root; `undefined` where there is none. */
  readonly existing: (path: string) => string | undefined;
  readonly formatting: Formatting | undefined;
  /** Replaces old panel types by what Grafana has in their place. */
  readonly upgrade: boolean;
  /** Called after each source, for whoever shows how far it is. */
  readonly progress?: (source: string) => void;
}

export interface SourceText {
  /** A path or an address, for people. */
  readonly name: string;
  readonly text: string;
}

/** What an import would write, and what became of each source. */
export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly entries: readonly ReceiptEntry[];
}

export interface PlannedFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** It holds what people wrote into the file that is there: that one may be replaced. */
  readonly merged?: true;
  /** Only where there is none yet. */
  readonly once?: true;
}

/** What became of one source, or of one part of it. */
export interface ReceiptEntry {
  readonly source: string;
  /** The file that it became, from the project's root. */
  readonly file?: string;
  readonly outcome: 'imported' | 'skipped' | 'failed';
  /** Why it was not imported, or what was changed. */
  readonly notes: readonly string[];
  /** Number of things that became typed calls, by their names: `{ panels: 12 }`. */
  readonly typed: Readonly<Record<string, number>>;
  /** What is kept as data or as text, and why. */
  readonly raw: readonly Kept[];
  /** Number of things that could have become typed, by the names in `typed`. Absent: not counted. */
  readonly possible?: Readonly<Record<string, number>>;
  /** What the source says and the result does not. */
  readonly lost: readonly Kept[];
}

export interface Kept {
  /** Where in the source. */
  readonly place: string;
  readonly reason: string;
}

export type Importer = (request: ImportRequest) => Promise<ImportPlan>;
