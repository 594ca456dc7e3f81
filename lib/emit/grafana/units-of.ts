import { type System, systemEnv, toGrafanaUnit } from '../../model/index.ts';
import { type Expr, Inference } from '../../promql/index.ts';
import type { Units } from './panel-units.ts';

/** The units that the inference finds in the metrics and recording rules of a system. */
export function unitsOf(system: System): Units {
  const env = systemEnv(system);
  // Not kept: what is inferred of all panels takes more memory than the panels.
  const infer = (node: Expr) => new Inference(node, env).of(node);
  return {
    of(node) {
      const { unit, guessed } = infer(node);
      return unit === undefined || guessed ? undefined : toGrafanaUnit(unit);
    },
    ofBuckets(node) {
      const { observed } = infer(node);
      return observed && toGrafanaUnit(observed);
    },
  };
}
