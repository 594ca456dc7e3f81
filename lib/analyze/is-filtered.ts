import { type Expr, walk } from '../promql/index.ts';

/** Something in the expression drops series by their value, so that of several one may be left. */
export function isFiltered(expr: Expr): boolean {
  return walk(expr).some((part) => {
    if (part.kind === 'binary') return FILTERS.has(part.op) && part.bool !== true;
    return part.kind === 'aggregate' && PICKS.has(part.op);
  });
}

const FILTERS: ReadonlySet<string> = new Set([
  ...['==', '!=', '>', '<', '>=', '<='],
  ...['and', 'unless'],
]);
const PICKS: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
