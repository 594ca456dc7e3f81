import type { Edit } from '../../diagnostics/index.ts';
import type { JsonNode } from './json-node.ts';

/** Adds an entry behind the last one of an object, spaced and indented as the file is. */
export function addProperty(text: string, object: JsonNode, key: string, value: unknown): Edit {
  const last = object.children.at(-1);
  if (last === undefined) return fill(text, object, key, value);
  const layout = layoutOf(text, object, last);
  const at = last.offset + last.length;
  return { span: { start: at, end: at }, text: `,${entry(key, value, layout)}` };
}

/** How the entries of an object are written. */
interface Layout {
  /** White space before each: with a line break where each has a line of its own. */
  readonly before: string;
  /** Between key and value. */
  readonly colon: string;
  /** By how much more those of an object inside are indented. */
  readonly step: string;
}

function layoutOf(text: string, object: JsonNode, { offset, children }: JsonNode): Layout {
  const [key, value] = children;
  const before = spaceBefore(text, offset);
  const end = spaceBefore(text, object.offset + object.length - 1);
  return {
    before,
    colon: text.slice((key?.offset ?? 0) + (key?.length ?? 0), value?.offset),
    step: lastLine(before).slice(lastLine(end).length),
  };
}

/** The first entry of an object: on a line of its own where the object itself is the value of one that is. */
function fill(text: string, object: JsonNode, key: string, value: unknown): Edit {
  const span = { start: object.offset, end: object.offset + object.length };
  const around = object.parent?.parent;
  const layout =
    object.parent === undefined || around === undefined
      ? { before: '', colon: ': ', step: '' }
      : layoutOf(text, around, object.parent);
  return { span, text: spelled({ [key]: value }, layout) };
}

function entry(key: string, value: unknown, layout: Layout): string {
  return `${layout.before}${JSON.stringify(key)}${layout.colon}${spelled(value, layout)}`;
}

function spelled(value: unknown, layout: Layout): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inLines = layout.before.includes('\n');
  const inside = inLines ? { ...layout, before: layout.before + layout.step } : layout;
  const entries = Object.entries(value).map(([key, below]) => entry(key, below, inside));
  return `{${entries.join(',')}${inLines ? layout.before : ''}}`;
}

function spaceBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && ' \t\r\n'.includes(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}

function lastLine(space: string): string {
  return space.slice(space.lastIndexOf('\n') + 1);
}
