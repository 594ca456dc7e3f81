const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))|[^\\]/gu;

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/**
 * The value of a string in double or back quotes; `undefined` if it has an escape that Go refuses. A byte beyond ASCII,
 * which no log has alone, is read as Latin-1.
 */
export function unquote(literal: string): string | undefined {
  const inner = literal.slice(1, -1);
  if (literal.startsWith('`')) return inner;
  let value = '';
  for (const [all, hex, octal, short, long, simple] of inner.matchAll(ESCAPE)) {
    const digits = hex ?? short ?? long;
    const code = octal === undefined ? parseInt(digits ?? '', 16) : parseInt(octal, 8);
    if (!all.startsWith('\\')) value += all;
    else if (simple === undefined && code <= 0x10ffff) value += String.fromCodePoint(code);
    else if (simple !== undefined && SIMPLE[simple] !== undefined) value += SIMPLE[simple];
    else return undefined;
  }
  return value;
}
