import type { Reducer } from './reducer.ts';
import type { Transformation } from './transformation.ts';

/** Which fields to keep or to drop: by name, or by a regular expression. */
export type FieldNames = readonly string[] | { readonly pattern: string };

export function keepFields(fields: FieldNames): Transformation {
  return { id: 'filterFieldsByName', options: { include: nameMatcher(fields) } };
}

export function dropFields(fields: FieldNames): Transformation {
  return { id: 'filterFieldsByName', options: { exclude: nameMatcher(fields) } };
}

function nameMatcher(fields: FieldNames) {
  return 'pattern' in fields ? { pattern: fields.pattern } : { names: fields };
}

/**
 * Renames the fields that a regular expression matches.
 *
 * @example
 * renameByRegex('Value #(.*)', '$1')
 */
export function renameByRegex(regex: string, replacement: string): Transformation {
  return { id: 'renameByRegex', options: { regex, renamePattern: replacement } };
}

/** A new field: two fields, or a field and a number, under an operator. */
export function calculate(
  alias: string,
  left: string,
  operator: '+' | '-' | '*' | '/',
  right: string | number,
): Transformation {
  const operand = (of: string | number) =>
    typeof of === 'number' ? { fixed: String(of) } : { matcher: { id: 'byName', options: of } };
  return {
    id: 'calculateField',
    options: {
      alias,
      mode: 'binary',
      binary: { left: operand(left), operator, right: operand(right) },
    },
  };
}

/** A new field: one value of all fields of a row, such as their sum. Default of all numbers. */
export function calculateRow(
  alias: string,
  reducer: Reducer,
  fields: readonly string[] = [],
): Transformation {
  const include = fields.length === 0 ? {} : { include: fields };
  return {
    id: 'calculateField',
    options: { alias, mode: 'reduceRow', reduce: { ...include, reducer } },
  };
}

/** Each field as one row of calculations, or, with `keepFields`, each field as one value. */
export function reduceFields(
  reducers: readonly Reducer[],
  mode: 'seriesToRows' | 'reduceFields' = 'seriesToRows',
): Transformation {
  return { id: 'reduce', options: { mode, reducers } };
}

/** Labels of series as columns of their own, or as rows. */
export function labelsToFields(
  options: {
    readonly mode?: 'columns' | 'rows';
    readonly keep?: readonly string[];
    /** The label whose value names the value's column. */
    readonly valueLabel?: string;
  } = {},
): Transformation {
  const { mode = 'columns', keep, valueLabel } = options;
  return {
    id: 'labelsToFields',
    options: {
      mode,
      ...(keep !== undefined && { keepLabels: keep }),
      ...(valueLabel !== undefined && { valueLabel }),
    },
  };
}

/** Reads fields as another type. */
export function convertFields(
  types: Readonly<Record<string, 'time' | 'number' | 'string' | 'boolean'>>,
): Transformation {
  const conversions = Object.entries(types).map(([targetField, destinationType]) => ({
    targetField,
    destinationType,
  }));
  return { id: 'convertFieldType', options: { conversions } };
}

/** Reads a field of JSON, `key=value` pairs or delimited text as fields of their own. */
export function extractFields(
  source: string,
  format: 'auto' | 'json' | 'kvp' | 'delimiter' = 'auto',
): Transformation {
  return { id: 'extractFields', options: { source, format } };
}
