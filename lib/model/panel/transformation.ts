import type { JsonValue } from '../../catalog/index.ts';

/** A step between the queries and the panel, with the id and the options that Grafana knows. Immutable. */
export interface Transformation {
  readonly id: string;
  readonly options: { readonly [key: string]: JsonValue };
  /** The only query it is for, by `refId`. Default all. */
  readonly query?: string;
  /** What else Grafana is told of it: `{ disabled: true }`. */
  readonly raw?: { readonly [key: string]: JsonValue };
  /** The `refId`s that its options mention; the model checks that they exist. */
  readonly mentions?: readonly string[];
}

/** Applies a transformation to the results of one query only. */
export function onQuery(refId: string, step: Transformation): Transformation {
  return { ...step, query: refId };
}

/**
 * Any transformation of Grafana, by its id and its options.
 *
 * @param raw what is written beside them: `{ disabled: true }`
 */
export function transformation(
  id: string,
  options: Transformation['options'] = {},
  raw?: Transformation['options'],
): Transformation {
  return { id, options, ...(raw === undefined ? {} : { raw }) };
}
