import { RenderFailure } from './render-failure.ts';
import { int, typeName, type Value } from './value.ts';

/** One step of Go's `index`. */
export function indexInto(of: Value, key: Value): Value {
  if (typeof of === 'object' && (of.kind === 'labels' || of.kind === 'map')) {
    if (typeof key !== 'string') {
      throw new RenderFailure(`the index of a map is a string, not ${typeName(key)}`);
    }
    return of.entries.get(key) ?? (of.kind === 'labels' ? '' : undefined);
  }
  if (typeof of === 'string') {
    const at = position(key, of.length - 1);
    return int(ascii(of).charCodeAt(at));
  }
  throw new RenderFailure(`${typeName(of)} has no index`);
}

/** Go's `slice` of a string. */
export function slice(text: string, bounds: readonly Value[]): string {
  const [from, to, ...more] = bounds.map((bound) => position(bound, ascii(text).length));
  if (more.length > 0) throw new RenderFailure('a string is sliced by two indexes at most');
  if (from !== undefined && to !== undefined && from > to) {
    throw new RenderFailure(`the slice starts at ${from} and ends at ${to}`);
  }
  return text.slice(from, to);
}

/** Go's `len`; of a string, its bytes. */
export function lengthOf(of: Value): number {
  if (typeof of === 'string') {
    return [...of].reduce((sum, char) => sum + bytesOf(char.codePointAt(0) ?? 0), 0);
  }
  if (typeof of === 'object' && (of.kind === 'labels' || of.kind === 'map')) return of.entries.size;
  throw new RenderFailure(`${typeName(of)} has no length`);
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function position(index: Value, last: number): number {
  if (typeof index !== 'object' || index.kind !== 'int') {
    throw new RenderFailure(`an index is an int, not ${typeName(index)}`);
  }
  if (index.value < 0 || index.value > last) {
    throw new RenderFailure(`the index ${index.value} is out of range`);
  }
  return index.value;
}

/** Go counts bytes, JavaScript does not. */
function ascii(text: string): string {
  if (/[^\0-\x7f]/.test(text)) throw new RenderFailure('bytes of a text outside ASCII');
  return text;
}
