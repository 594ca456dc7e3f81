import type { EdgeName } from '../../../model/index.ts';
import type { World } from '../bench.ts';

/** A case that was derived: a world, and whether the alert fires at the end of it. */
export interface EdgeCase {
  readonly edge: EdgeName;
  /** What it shows: `'quiet at exactly 0.2'`. */
  readonly title: string;
  /** The case that it was derived from. */
  readonly from: string;
  readonly fires: boolean;
  readonly world: World;
  /** The probe of the world that returns the alerts that fire: edges of `for` share a world. */
  readonly probe: number;
  /** Whether they did fire with the rule as it is. */
  readonly fired: boolean;
}

/** An edge that could not be derived, or was switched off. */
export interface MissingEdge {
  readonly edge: EdgeName;
  /** The comparison; absent for the edges of `for`. */
  readonly condition?: string;
  readonly reason: string;
  readonly off: boolean;
}

export interface Edges {
  readonly cases: readonly EdgeCase[];
  readonly missing: readonly MissingEdge[];
}
