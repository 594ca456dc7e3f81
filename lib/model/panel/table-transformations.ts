import type { Reducer } from './reducer.ts';
import type { Transformation } from './transformation.ts';

/** All results in one table; rows with the same labels become one. */
export function merge(): Transformation {
  return { id: 'merge', options: {} };
}

/** One table of all results, joined where a field has the same value. */
export function joinByField(
  field: string,
  mode: 'outer' | 'outerTabular' | 'inner' = 'outer',
): Transformation {
  return { id: 'joinByField', options: { byField: field, mode } };
}

/**
 * Hides, renames and orders fields.
 *
 * @example
 * organize({ hide: ['Time'], rename: { 'Value #A': 'Size' }, order: ['user_id', 'Value #A'] })
 */
export function organize(changes: {
  readonly hide?: readonly string[];
  /** New names by the old ones. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Old names, first to last; the others follow. */
  readonly order?: readonly string[];
}): Transformation {
  const { hide = [], rename = {}, order = [] } = changes;
  return {
    id: 'organize',
    options: {
      ...(hide.length > 0 && {
        excludeByName: Object.fromEntries(hide.map((name) => [name, true])),
      }),
      ...(order.length > 0 && {
        indexByName: Object.fromEntries(order.map((name, i) => [name, i])),
      }),
      ...(Object.keys(rename).length > 0 && { renameByName: rename }),
    },
  };
}

/** One row for each value of the fields `by`, with the given calculations of the others. */
export function groupBy(spec: {
  readonly by: readonly string[];
  readonly calculate?: Readonly<Record<string, readonly Reducer[]>>;
}): Transformation {
  const groups = spec.by.map((name) => [name, { aggregations: [], operation: 'groupby' }] as const);
  const calculated = Object.entries(spec.calculate ?? {}).map(
    ([name, aggregations]) => [name, { aggregations, operation: 'aggregate' }] as const,
  );
  return {
    id: 'groupBy',
    options: { fields: Object.fromEntries([...groups, ...calculated]) },
  };
}

/** Orders the rows by a field. */
export function sortRows(field: string, order: 'asc' | 'desc' = 'asc'): Transformation {
  return {
    id: 'sortBy',
    options: { sort: [{ field, ...(order === 'desc' && { desc: true }) }] },
  };
}

/** Keeps the first `count` rows. */
export function limitRows(count: number): Transformation {
  return { id: 'limit', options: { limitField: count } };
}

/** Each series as one row of a table with a small graph in it. */
export function seriesToTable(): Transformation {
  return { id: 'timeSeriesTable', options: {} };
}

/** Rows of time, metric and value instead of one column a series. */
export function seriesToRows(): Transformation {
  return { id: 'seriesToRows', options: {} };
}

/** Rows become columns. */
export function transpose(): Transformation {
  return { id: 'transpose', options: {} };
}

/** A matrix of the values of two fields. */
export function toMatrix(spec: {
  readonly column: string;
  readonly row: string;
  readonly value: string;
}): Transformation {
  return {
    id: 'groupingToMatrix',
    options: { columnField: spec.column, rowField: spec.row, valueField: spec.value },
  };
}
