import {
  type DataFrame,
  type DataTransformerConfig,
  type InterpolateFunction,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';

import { type Json, textOf } from '../json.ts';

export interface Transformed {
  readonly frames: DataFrame[];
  /** Transformations that Grafana has and its packages have not. */
  readonly unknown: readonly string[];
}

/** Does what the panel's list of transformations says, in its order. */
export async function transform(
  frames: DataFrame[],
  transformations: readonly Json[],
  replace: InterpolateFunction,
): Promise<Transformed> {
  const wanted = transformations.filter(({ disabled }) => disabled !== true);
  const [known, unknown] = [true, false].map((isKnown) =>
    wanted.filter(
      ({ id }) => (standardTransformersRegistry.getIfExists(textOf(id)) !== undefined) === isKnown,
    ),
  ) as [Json[], Json[]];
  if (known.length === 0) return { frames, unknown: unknown.map(({ id }) => textOf(id)) };
  const configs = known.map(({ id, options, filter }): DataTransformerConfig => ({
    id: textOf(id),
    options: options ?? {},
    ...(filter !== undefined && { filter: filter as never }),
  }));
  return {
    frames: await lastValueFrom(transformDataFrame(configs, frames, { interpolate: replace })),
    unknown: unknown.map(({ id }) => textOf(id)),
  };
}
