import { formatFloat } from './format-float.ts';

/** A value while a template runs. `undefined` is Go's missing value, printed as `<no value>`. */
export type Value = undefined | boolean | string | Boxed;

/** What JavaScript has no type of its own for, or only one of. */
export type Boxed =
  | { readonly kind: 'int' | 'float'; readonly value: number }
  /** `map[string]string`: what is missing is empty. */
  | { readonly kind: 'labels'; readonly entries: ReadonlyMap<string, Value> }
  /** `map[string]any`. */
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'data'; readonly fields: ReadonlyMap<string, Value> }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'duration'; readonly nanoseconds: bigint };

export function float(value: number): Boxed {
  return { kind: 'float', value };
}

export function int(value: number): Boxed {
  return { kind: 'int', value };
}

/** Go's name of a value's type. */
export function typeName(value: Value): string {
  if (value === undefined) return '<nil>';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  return TYPE_NAMES[value.kind];
}

const TYPE_NAMES = {
  int: 'int',
  float: 'float64',
  labels: 'map[string]string',
  map: 'map[string]interface {}',
  data: 'the alert',
  time: 'time.Time',
  duration: 'time.Duration',
} as const satisfies Record<Boxed['kind'], string>;

/** Whether `if` takes the branch: everything but zero and what is empty. */
export function isTrue(value: Value): boolean {
  if (typeof value !== 'object') return Boolean(value);
  switch (value.kind) {
    case 'int':
    case 'float':
      return value.value !== 0;
    case 'labels':
    case 'map':
      return value.entries.size > 0;
    case 'data':
    case 'time':
      return true;
    case 'duration':
      return value.nanoseconds !== 0n;
  }
}

/** A value as Go's `%v` prints it. */
export function show(value: Value): string {
  if (value === undefined) return '<no value>';
  if (typeof value !== 'object') return String(value);
  switch (value.kind) {
    case 'int':
      return String(value.value);
    case 'float':
      return formatFloat(value.value, 'g');
    case 'labels':
    case 'map':
      return `map[${sortedEntries(value.entries)
        .map(([name, of]) => `${name}:${of === undefined ? '<nil>' : show(of)}`)
        .join(' ')}]`;
    case 'data':
      return `{${[...value.fields.values()].map(show).join(' ')}}`;
    case 'time':
      return showTime(value.milliseconds);
    case 'duration':
      return showDuration(value.nanoseconds);
  }
}

/** Go goes through maps in the order of the keys' bytes. */
export function sortedEntries(entries: ReadonlyMap<string, Value>): readonly [string, Value][] {
  return [...entries].sort(([a], [b]) => compareBytes(a, b));
}

/** The order of UTF-8, which is that of the code points. */
export function compareBytes(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (const [at, char] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const difference = (char.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function showTime(milliseconds: number): string {
  const [date = '', rest = ''] = new Date(milliseconds).toISOString().split('T');
  const time = rest.replace('Z', '').replace(/\.?0{1,3}$/, '');
  return `${date} ${time} +0000 UTC`;
}

/** As Go prints a duration: `1h1m1.5s`, `100ms`. */
function showDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size === 0n) return '0s';
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${point(size, 3)}µs`;
  if (size < 1_000_000_000n) return `${sign}${point(size, 6)}ms`;
  const seconds = `${point(size % 60_000_000_000n, 9)}s`;
  const minutes = size / 60_000_000_000n;
  if (minutes === 0n) return sign + seconds;
  return `${sign}${minutes < 60n ? '' : `${minutes / 60n}h`}${minutes % 60n}m${seconds}`;
}

/** Divides by a power of ten. */
function point(value: bigint, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
}
