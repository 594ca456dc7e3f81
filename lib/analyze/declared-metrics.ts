import type { Metric } from '../catalog/index.ts';
import type { System } from '../model/index.ts';
import { type Env, envOf, type Expr, metricsOf } from '../promql/index.ts';

/** The declarations of what a selector selects: none for any other node. */
export function declaredMetrics(system: System, node: Expr): readonly Metric[] {
  if (node.kind !== 'selector') return [];
  let env = known.get(system);
  if (env === undefined) known.set(system, (env = envOf(system.metrics)));
  return metricsOf(node, env);
}

const known = new WeakMap<System, Env>();
