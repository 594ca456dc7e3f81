import { children, type Expr } from '../promql/index.ts';

/**
 * The metrics without which an expression returns nothing: what it selects, apart from what `or`, `unless` and `absent`
 * do without.
 */
export function neededNames(node: Expr): ReadonlySet<string> {
  switch (node.kind) {
    case 'selector':
      return new Set(node.name === undefined ? [] : [node.name]);
    case 'binary': {
      const left = neededNames(node.left);
      if (node.op === 'unless') return left;
      const right = neededNames(node.right);
      if (node.op === 'or') return new Set([...left].filter((name) => right.has(name)));
      return new Set([...left, ...right]);
    }
    case 'call':
      if (RETURNS_WITHOUT.has(node.func)) return new Set();
      break;
    default:
      break;
  }
  return new Set(children(node).flatMap((child) => [...neededNames(child)]));
}

const RETURNS_WITHOUT: ReadonlySet<string> = new Set(['absent', 'absent_over_time', 'scalar']);
