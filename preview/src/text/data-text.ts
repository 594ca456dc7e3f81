import {
  type DataContextScopedVar,
  type DataFrame,
  type Field,
  formattedValueToString,
  getFieldDisplayName,
  type ScopedVars,
} from '@grafana/data';

/**
 * What a name and a link of a field say of the data: `__field.name`, `__field.labels.job`, `__value.raw`,
 * `__data.fields["Job"]`, `__series.name`.
 *
 * @returns nothing where it is no such variable, or there is no data
 */
export function dataText(
  path: string,
  key: string | undefined,
  scopedVars: ScopedVars | undefined,
): string | undefined {
  if (!path.startsWith('__')) return plainScoped(path, scopedVars);
  const context = (scopedVars?.['__dataContext'] as DataContextScopedVar | undefined)?.value;
  if (context === undefined) return plainScoped(path, scopedVars);
  const { frame, field, data } = context;
  const [head, ...rest] = path.split('.');
  switch (head) {
    case '__field':
      return fieldText(field, frame, data, rest, key);
    case '__series':
      return getFieldDisplayName(field, frame, data);
    case '__value':
      return valueText(context, field, rest[0] ?? '');
    case '__data': {
      const name = key ?? rest[1] ?? '';
      const column = frame.fields.find(
        (other, index) =>
          getFieldDisplayName(other, frame, data) === name ||
          other.name === name ||
          String(index) === name,
      );
      return column === undefined ? '' : shownAt(column, context.rowIndex);
    }
    default:
      return plainScoped(path, scopedVars);
  }
}

function plainScoped(path: string, scopedVars: ScopedVars | undefined): string | undefined {
  const scoped = scopedVars?.[path];
  const text: unknown = scoped?.text ?? scoped?.value;
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined;
}

function fieldText(
  field: Field,
  frame: DataFrame,
  data: DataFrame[] | undefined,
  rest: readonly string[],
  key: string | undefined,
): string {
  if (rest[0] !== 'labels') return getFieldDisplayName(field, frame, data);
  const label = key ?? rest.slice(1).join('.');
  if (label !== '') return field.labels?.[label] ?? '';
  return Object.entries(field.labels ?? {})
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ');
}

function valueText(
  { rowIndex, calculatedValue, frame }: DataContextScopedVar['value'],
  field: Field,
  part: string,
): string {
  if (part === 'time') {
    const time = frame.fields.find(({ type }) => type === 'time');
    return rowIndex === undefined ? '' : String(time?.values[rowIndex] ?? '');
  }
  const display =
    calculatedValue ??
    (rowIndex === undefined ? undefined : field.display?.(field.values[rowIndex]));
  if (display === undefined) return '';
  if (part === 'text') return formattedValueToString(display);
  if (part === 'numeric') return String(display.numeric);
  return rowIndex === undefined ? String(display.numeric) : String(field.values[rowIndex]);
}

function shownAt(field: Field, rowIndex: number | undefined): string {
  if (rowIndex === undefined) return '';
  const value: unknown = field.values[rowIndex];
  return field.display === undefined ? String(value) : formattedValueToString(field.display(value));
}
