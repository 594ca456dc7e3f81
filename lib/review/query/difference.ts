import type { ExpressionChangeKind } from '../change.ts';
import { code } from '../wording.ts';

/** One difference between two trees. */
export interface TreeChange {
  readonly kind: ExpressionChangeKind;
  readonly message: string;
  /** Of a change of a selector: its metric, where it is known. */
  readonly metric?: string;
}

/** How one tree became another. */
export interface Difference {
  readonly cost: number;
  /** Something was put around it, or taken away. */
  readonly around?: ReadonlySet<Side>;
  /** What differs. Printing it takes longer than finding it, and most of it is never told. */
  readonly tell: () => Told;
}

export type Side = 'added' | 'dropped';

interface Told {
  readonly changes: readonly TreeChange[];
  /** What stands around it that was not there, or no longer does; `…` is the expression itself. */
  readonly added?: string;
  readonly dropped?: string;
}

const NOTHING: Told = { changes: [] };
export const SAME: Difference = { cost: 0, tell: () => NOTHING };

/** One change. */
export function one(kind: ExpressionChangeKind, message: string): Difference {
  return { cost: 1, tell: () => ({ changes: [{ kind, message }] }) };
}

/** All of them. */
export function sum(own: readonly TreeChange[], inner: readonly Difference[]): Difference {
  return {
    cost: own.length + inner.reduce((total, { cost }) => total + cost, 0),
    tell: () => ({ changes: [...own, ...inner.flatMap(flat)] }),
  };
}

/** With what was put around it and what was taken away. */
export function flat({ tell }: Difference): readonly TreeChange[] {
  const { changes, added, dropped } = tell();
  return [
    ...(added === undefined ? [] : [wrap(added, 'added', 'wrapped in')]),
    ...(dropped === undefined ? [] : [wrap(dropped, 'dropped', 'no longer wrapped in')]),
    ...changes,
  ];
}

/** `… or vector(0)` is something behind it, `sum(…)` is around it. */
function wrap(text: string, behind: string, around: string): TreeChange {
  const isBehind = text.startsWith('… ') || text.endsWith(' …');
  const message = isBehind
    ? `${code(text.replace(/^… | …$/g, ''))} ${behind}`
    : `${around} ${code(text)}`;
  return { kind: 'expression-wrapped', message };
}
