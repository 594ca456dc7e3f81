import type { Result } from '../diagnostics/index.ts';
import type { Project, System } from '../model/index.ts';

/** One file of a system's output. */
export interface Artifact {
  /** Below `build/<system>/`, always with `/`. */
  readonly path: string;
  /** Ends with a line break. */
  readonly text: string;
  /** SHA-256 of the text in hexadecimal, where it was made before: the text is then read only when somebody asks for it. */
  readonly sha256?: string;
  /** Set on files that are started. */
  readonly mode?: 0o755;
}

/**
 * One kind of output. Pure: the same system gives the same bytes; bad input gives diagnostics, never an exception.
 * One file in `targets/` is one target.
 */
export interface Target {
  /** Its file name without extension. */
  readonly name: string;
  emit(system: System, project: Project): Result<readonly Artifact[]>;
  /** The same in parts, where all of it at once would fill the memory. */
  parts?(system: System, project: Project): Iterable<Result<readonly Artifact[]>>;
}
