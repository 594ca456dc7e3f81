import type { Color } from './color.ts';

/** What is shown instead of a value. Absent parts stay as they are. */
export interface MappedValue {
  readonly text?: string;
  readonly color?: Color;
}

/** Replaces values by texts and colours. */
export type Mapping =
  | { readonly type: 'value'; readonly options: Readonly<Record<string, MappedValue>> }
  | {
      readonly type: 'range';
      readonly options: {
        readonly from: number | null;
        readonly to: number | null;
        readonly result: MappedValue;
      };
    }
  | { readonly type: 'regex'; readonly options: { pattern: string; result: MappedValue } }
  | { readonly type: 'special'; readonly options: { match: SpecialValue; result: MappedValue } };

export type SpecialValue = 'true' | 'false' | 'null' | 'nan' | 'null+nan' | 'empty';

/**
 * Maps single values.
 *
 * @example
 * .mappings(valueMapping({ 0: { text: 'CLOSED', color: 'green' }, 1: { text: 'OPEN', color: 'red' } }))
 */
export function valueMapping(values: Readonly<Record<string | number, MappedValue>>): Mapping {
  return { type: 'value', options: values };
}

/** Maps numbers from `from` to `to`, both inclusive; an absent end is open. */
export function rangeMapping(
  bounds: { readonly from?: number; readonly to?: number },
  result: MappedValue,
): Mapping {
  return { type: 'range', options: { from: bounds.from ?? null, to: bounds.to ?? null, result } };
}

/** Maps texts that a JavaScript regular expression matches; `text` may contain `$1`. */
export function regexMapping(pattern: string, result: MappedValue): Mapping {
  return { type: 'regex', options: { pattern, result } };
}

/** Maps values that are not a number or a text. */
export function specialMapping(match: SpecialValue, result: MappedValue): Mapping {
  return { type: 'special', options: { match, result } };
}
