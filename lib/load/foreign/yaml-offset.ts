import type { Scalar } from 'yaml';

/**
 * Where in the file a part of a scalar's text stands: exactly for plain and quoted texts that are written as they are
 * and for literal blocks.
 *
 * @param offset in the scalar's text
 * @returns `undefined` where folding or escapes move it
 */
export function yamlOffset(file: string, scalar: Scalar, offset: number): number | undefined {
  const [start = 0, end = start] = scalar.range ?? [];
  const value = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
  const raw = file.slice(start, end);
  if (scalar.type === 'BLOCK_LITERAL') return inBlock(file, start, value, offset);
  const quote = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? 1 : 0;
  const written = raw.slice(quote, quote + value.length);
  return written === value ? start + quote + offset : undefined;
}

/** The lines of the block are those below its header, each without the indentation. */
function inBlock(file: string, start: number, value: string, offset: number): number | undefined {
  const before = value.slice(0, offset);
  const wanted = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  const lines = value.split('\n');
  let at = file.indexOf('\n', start) + 1;
  for (let line = 0; ; line++) {
    const end = file.indexOf('\n', at);
    const text = file.slice(at, end === -1 ? file.length : end);
    const indent = text.length - (lines[line]?.length ?? 0);
    if (indent < 0 || text.slice(indent) !== lines[line]) {
      return text.trim() === '' && (lines[line] ?? '') === '' && line === wanted
        ? at + column
        : undefined;
    }
    if (line === wanted) return at + indent + column;
    if (end === -1) return undefined;
    at = end + 1;
  }
}
