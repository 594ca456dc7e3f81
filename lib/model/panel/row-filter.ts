import type { JsonValue } from '../../catalog/index.ts';
import type { Transformation } from './transformation.ts';

/** A condition on one field of a row. */
export type RowCondition = { readonly field: string } & (
  | { readonly is: 'null' | 'notNull' }
  | {
      readonly is: 'equal' | 'notEqual' | 'greater' | 'greaterOrEqual' | 'lower' | 'lowerOrEqual';
      readonly value: number | string;
    }
  | { readonly is: 'matching' | 'containing' | 'notContaining'; readonly value: string }
  | { readonly is: 'between'; readonly from: number; readonly to: number }
);

const MATCHER_ID = {
  null: 'isNull',
  notNull: 'isNotNull',
  equal: 'equal',
  notEqual: 'notEqual',
  greater: 'greater',
  greaterOrEqual: 'greaterOrEqual',
  lower: 'lower',
  lowerOrEqual: 'lowerOrEqual',
  matching: 'regex',
  containing: 'substring',
  notContaining: 'notSubstring',
  between: 'between',
} as const satisfies Record<RowCondition['is'], string>;

/**
 * Keeps the rows that meet any of the conditions, or all of them.
 *
 * @example
 * keepRows([{ field: 'Value', is: 'greater', value: 0 }])
 */
export function keepRows(
  conditions: readonly RowCondition[],
  match: 'any' | 'all' = 'all',
): Transformation {
  return filterByValue('include', conditions, match);
}

/** Drops the rows that meet any of the conditions, or all of them. */
export function dropRows(
  conditions: readonly RowCondition[],
  match: 'any' | 'all' = 'any',
): Transformation {
  return filterByValue('exclude', conditions, match);
}

function filterByValue(
  type: 'include' | 'exclude',
  conditions: readonly RowCondition[],
  match: 'any' | 'all',
): Transformation {
  const filters = conditions.map((condition) => ({
    fieldName: condition.field,
    config: { id: MATCHER_ID[condition.is], options: valuesOf(condition) },
  }));
  return { id: 'filterByValue', options: { filters, match, type } };
}

function valuesOf(condition: RowCondition): { readonly [key: string]: JsonValue } {
  if (condition.is === 'between') return { from: condition.from, to: condition.to };
  return 'value' in condition ? { value: condition.value } : {};
}

/** Keeps the results of some queries only, by `refId`. */
export function keepQueries(...refIds: readonly string[]): Transformation {
  return { id: 'filterByRefId', options: { include: refIds.join('|') }, mentions: refIds };
}
