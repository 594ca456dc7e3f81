import type { Diagnostic } from './diagnostic.ts';

/** What the reference says about a code. */
export interface CodeDocs {
  /** An order on one line. */
  readonly summary: string;
  /** What goes wrong without it. */
  readonly why: string;
  /** Relative to the project's root. */
  readonly page: string;
}

/** Looks a code up in the reference; the stages that find problems are above the renderers that print them. */
export type Documented = (code: Diagnostic['code']) => CodeDocs | undefined;
