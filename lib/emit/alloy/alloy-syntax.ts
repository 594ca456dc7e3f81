/** What a setting can be set to: a text, a number, a yes or no, a list, an object, or something that Alloy computes. */
export type AlloyValue =
  | string
  | number
  | boolean
  | Expression
  | readonly AlloyValue[]
  | { readonly [key: string]: AlloyValue | undefined };

/** Printed as it is: `sys.env("X")`, `prometheus.remote_write.cloud.receiver`. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** `name "label" { … }`. Settings that are `undefined` are left out. */
export interface Block {
  readonly name: string;
  readonly label?: string;
  readonly settings?: Readonly<Record<string, AlloyValue | undefined>>;
  readonly blocks?: readonly Block[];
}

/**
 * A configuration file as `alloy fmt` leaves it: tabs, a blank line before a block, the `=` of neighbouring settings in
 * one column.
 *
 * @param head lines of the comment on top, without `//`
 */
export function printAlloy(head: readonly string[], blocks: readonly Block[]): string {
  const comment = head.map((line) => `// ${line}\n`).join('');
  return [comment, ...blocks.map((block) => `${printBlock(block, 0)}\n`)].join('\n');
}

function printBlock({ name, label, settings = {}, blocks = [] }: Block, depth: number): string {
  const written = Object.entries(settings).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, printValue(value, depth + 1)] as const],
  );
  const body = [
    ...(written.length === 0 ? [] : [aligned(written, indent(depth + 1))]),
    ...blocks.map((block) => `${indent(depth + 1)}${printBlock(block, depth + 1)}`),
  ];
  const head = label === undefined ? name : `${name} ${quoted(label)}`;
  if (body.length === 0) return `${head} { }`;
  return `${head} {\n${body.join('\n\n')}\n${indent(depth)}}`;
}

/** A setting of several lines ends the run of neighbours that it begins in. */
function aligned(
  settings: readonly (readonly [string, string])[],
  margin: string,
  end = '',
): string {
  const runs: (readonly [string, string])[][] = [[]];
  for (const setting of settings) {
    runs.at(-1)?.push(setting);
    if (setting[1].includes('\n')) runs.push([]);
  }
  return runs
    .flatMap((run) => {
      const width = Math.max(...run.map(([key]) => key.length));
      return run.map(([key, value]) => `${margin}${key.padEnd(width)} = ${value}${end}`);
    })
    .join('\n');
}

function printValue(value: AlloyValue, depth: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Expression) return value.text;
  if (isList(value)) {
    const several = value.some((each) => typeof each === 'object' && !(each instanceof Expression));
    if (!several) return `[${value.map((each) => printValue(each, depth)).join(', ')}]`;
    const inner = value.map((each) => `${indent(depth + 1)}${printValue(each, depth + 1)},\n`);
    return `[\n${inner.join('')}${indent(depth)}]`;
  }
  const fields = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [[fieldName(key), printValue(inner, depth + 1)] as const],
  );
  if (fields.length === 0) return '{}';
  return `{\n${aligned(fields, indent(depth + 1), ',')}\n${indent(depth)}}`;
}

function isList(value: AlloyValue): value is readonly AlloyValue[] {
  return Array.isArray(value);
}

function fieldName(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : quoted(key);
}

/** Between double quotes, with Go's escapes. */
export function quoted(text: string): string {
  const escaped = text.replaceAll(/["\\\p{Cc}]/gu, (character) => {
    const short = SHORT[character];
    return short ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function indent(depth: number): string {
  return '\t'.repeat(depth);
}
