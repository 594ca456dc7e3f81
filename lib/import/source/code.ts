import type { JsonValue } from '../../catalog/index.ts';

/**
 * A TypeScript expression as data. It is printed, and it is evaluated to see what it makes, so that both are the same
 * by construction and no text is ever run.
 */
export type Code =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly callee: Code; readonly args: readonly Code[] }
  | {
      readonly kind: 'method';
      readonly of: Code;
      readonly name: string;
      readonly args: readonly Code[];
      /** A line above it. */
      readonly comment?: string;
    }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  /** The items of a list, in a list. */
  | { readonly kind: 'spread'; readonly of: Code }
  | {
      readonly kind: 'made';
      /** TypeScript that was made elsewhere. */
      readonly code: string;
      /** The names that it uses. */
      readonly names: readonly string[];
      /** What it evaluates to. */
      readonly value: unknown;
    };

export interface Entry {
  readonly key: string;
  readonly value: Code;
  /** A line above it. */
  readonly comment?: string;
}

export function json(value: JsonValue): Code {
  return { kind: 'json', value };
}

/** A constant, or what is imported. */
export function name(of: string): Code {
  return { kind: 'name', name: of };
}

export function call(callee: string, ...args: readonly Code[]): Code {
  return { kind: 'call', callee: name(callee), args };
}

/** `of.name(args)`, with a comment on the line before. */
export function method(
  of: Code,
  called: string,
  args: readonly Code[] = [],
  comment?: string,
): Code {
  return {
    kind: 'method',
    of,
    name: called,
    args,
    ...(comment === undefined ? {} : { comment }),
  };
}

/** An object with the keys whose value is there. */
export function object(entries: Readonly<Record<string, Code | undefined>>): Code {
  return {
    kind: 'object',
    entries: Object.entries(entries).flatMap(([key, value]) =>
      value === undefined ? [] : [{ key, value }],
    ),
  };
}

export function list(items: readonly Code[]): Code {
  return { kind: 'list', items };
}

/** All names that an expression uses. */
export function namesIn(code: Code): readonly string[] {
  switch (code.kind) {
    case 'json':
      return [];
    case 'name':
      return [code.name];
    case 'call':
      return [code.callee, ...code.args].flatMap(namesIn);
    case 'method':
      return [code.of, ...code.args].flatMap(namesIn);
    case 'object':
      return code.entries.flatMap(({ value }) => namesIn(value));
    case 'spread':
      return namesIn(code.of);
    case 'list':
      return code.items.flatMap(namesIn);
    case 'made':
      return code.names;
  }
}
