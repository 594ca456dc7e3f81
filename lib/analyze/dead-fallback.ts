import {
  alwaysReturns,
  type Binary,
  type Branch,
  type Expr,
  type Inference,
  live,
  stateOf,
} from '../promql/index.ts';
import { unparenthesized } from './unparenthesized.ts';

/** A fallback such as `or vector(0)` on one side of an operator that no series of the other side ever matches. */
export interface DeadFallback {
  readonly fallback: Expr;
  readonly side: 'left' | 'right';
  /** A label that all series of the other side carry and the fallback does not. */
  readonly label: string;
}

export function deadFallbackOf(node: Binary, inference: Inference): DeadFallback | undefined {
  if (node.op === 'or' || node.matching?.fill !== undefined) return undefined;
  return onSide(node, 'right', inference) ?? onSide(node, 'left', inference);
}

function onSide(
  node: Binary,
  side: DeadFallback['side'],
  inference: Inference,
): DeadFallback | undefined {
  const or = unparenthesized(node[side]);
  if (or.kind !== 'binary' || or.op !== 'or' || or.matching !== undefined) return undefined;
  const fallback = inference.of(or.right);
  const other = inference.of(side === 'left' ? node.right : node.left);
  if (!alwaysReturns(fallback) || other.type !== 'vector') return undefined;
  const branches = [...live(fallback.branches)];
  const label = sharedLabels(live(other.branches)).find(
    (name) =>
      isCompared(node, name) &&
      branches.every((branch) => stateOf(branch, name).presence === 'impossible'),
  );
  return label === undefined ? undefined : { fallback: or.right, side, label };
}

/** Labels that every series carries. */
function sharedLabels([first, ...rest]: readonly Branch[]): readonly string[] {
  return [...(first?.labels.keys() ?? [])].filter((label) =>
    [first, ...rest].every((b) => b !== undefined && stateOf(b, label).presence === 'guaranteed'),
  );
}

function isCompared({ matching }: Binary, label: string): boolean {
  return (matching?.labels ?? []).includes(label) === (matching?.kind === 'on');
}
