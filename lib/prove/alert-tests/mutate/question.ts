import type { Alert, RecordingRule } from '../../../model/index.ts';
import type { Expr } from '../../../promql/index.ts';
import type { Subject } from '../subject.ts';
import type { ExprMutation } from './mutate-expr.ts';

/** A mutation, and all that may prove it to change nothing. */
export interface Question {
  readonly mutation: ExprMutation;
  /** The nodes above the changed one, innermost first. */
  readonly above: readonly Expr[];
  readonly rule: Alert | RecordingRule;
  readonly subject: Subject;
}

/** Why the mutation changes nothing; `undefined` where that is not proved. */
export type Proof = (question: Question) => string | undefined;
