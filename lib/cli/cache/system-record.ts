import type { AllowAt } from '../../analyze/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { DashboardFace } from '../../model/index.ts';
import type { CheckedStack } from '../../prove/index.ts';

/** What is known of a compiled system beside its output: plain data. Exceptions are not applied to what was found. */
export interface SystemRecord {
  readonly name: string;
  /** Those that were evaluated, relative to the project's root, with `/`. */
  readonly files: readonly string[];
  /** How many it has. */
  readonly expressions: number;
  readonly faces: readonly DashboardFace[];
  readonly allows: readonly AllowAt[];
  /** Found by looking at it. */
  readonly analyzed: readonly Diagnostic[];
  /** Found while its output was made. */
  readonly emitted: readonly Diagnostic[];
  readonly stack: CheckedStack;
}
