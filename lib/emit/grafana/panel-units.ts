import type { GrafanaUnit, PanelQuery } from '../../model/index.ts';
import type { Expr } from '../../promql/index.ts';

/** What is known of the units of expressions; the inference stands behind it. */
export interface Units {
  /** Of an expression's values. */
  of(node: Expr): GrafanaUnit | undefined;
  /** Of what the buckets of an expression have counted. */
  ofBuckets(node: Expr): GrafanaUnit | undefined;
}

/** The unit that all queries have; `undefined` where they differ or one of them has none that is known. */
export function commonUnit(
  queries: readonly PanelQuery[],
  unitOf: (node: Expr) => GrafanaUnit | undefined,
): GrafanaUnit | undefined {
  let common: GrafanaUnit | undefined;
  for (const { source, hide } of queries) {
    if (hide) continue;
    const unit = source.kind === 'promql' ? unitOf(source.node) : undefined;
    if (unit === undefined || (common !== undefined && common !== unit)) return undefined;
    common = unit;
  }
  return common;
}
