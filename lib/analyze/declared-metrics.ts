import type { Metric } from '../catalog/index.ts';
import type { System } from '../model/index.ts';
import { envOf, type Expr, metricsOf } from '../promql/index.ts';
import { once } from './once.ts';

/** The declarations of what a selector selects: none for any other node. */
export function declaredMetrics(system: System, node: Expr): readonly Metric[] {
  if (node.kind !== 'selector') return [];
  return metricsOf(node, declaredEnv(system));
}

const declaredEnv = once(({ metrics }: System) => envOf(metrics));
