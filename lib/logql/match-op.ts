import type { MatchOp } from './ast.ts';

/** Whether a token compares a label with a string. */
export function isMatchOp(kind: string): kind is MatchOp {
  return kind === '=' || kind === '!=' || kind === '=~' || kind === '!~';
}
