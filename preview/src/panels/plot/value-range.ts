import type { Field } from '@grafana/data';
import uPlot from 'uplot';

import { numberOf, recordOf } from '../../json.ts';

/**
 * From where to where an axis of values goes: over the values and 0, a bit beyond them, or as the fields' own limits
 * say.
 *
 * @param values the least and the largest that are drawn
 */
export function valueRange(
  fields: readonly Field[],
  values: { readonly least: number; readonly most: number },
): { readonly min: number; readonly max: number } {
  const least = Math.min(values.least, ...softLimits(fields, 'axisSoftMin'));
  const most = Math.max(values.most, ...softLimits(fields, 'axisSoftMax'));
  const end = { pad: 0.1, soft: 0, mode: 1 } as const;
  const [from, to] = uPlot.rangeNum(least, most, { min: end, max: end });
  const min = hardLimits(fields, 'min').toSorted((a, b) => a - b)[0] ?? from ?? 0;
  const max = hardLimits(fields, 'max').toSorted((a, b) => b - a)[0] ?? to ?? 1;
  const isCentered = fields.some(
    ({ config }) => recordOf(config.custom)['axisCenteredZero'] === true,
  );
  const reach = Math.max(Math.abs(min), Math.abs(max));
  if (isCentered) return { min: -reach, max: reach };
  return max > min ? { min, max } : { min, max: min + 1 };
}

function softLimits(fields: readonly Field[], key: 'axisSoftMin' | 'axisSoftMax'): number[] {
  return fields.flatMap(({ config }) => numberOf(recordOf(config.custom)[key]) ?? []);
}

function hardLimits(fields: readonly Field[], key: 'min' | 'max'): number[] {
  return fields.flatMap(({ config }) => numberOf(config[key]) ?? []);
}
