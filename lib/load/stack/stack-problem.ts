import type { Diagnostic } from '../../diagnostics/index.ts';

/** A diagnostic about a stack that does not know its file yet: `load` adds it. */
export interface StackProblem extends Omit<Diagnostic, 'where'> {
  /** The setting, outermost key first: `['grafana', 'port']`. */
  readonly path: readonly string[];
}
