import type { Expr } from '../../promql/index.ts';
import type { Operand } from './built.ts';
import type { Handles } from './handles.ts';

/** Why an expression has no typed calls. Ends the translation; `builderSource` returns its message. */
export class Refusal extends Error {}

/** @throws Refusal */
export function refuse(reason: string): never {
  throw new Refusal(reason);
}

/** One expression on its way to source. */
export interface Translation {
  readonly handles: Handles;
  /** @throws Refusal where there is no typed call */
  expr(expr: Expr): Operand;
  /** Notes a name that the content file has to import or declare. */
  uses(name: string): void;
}
