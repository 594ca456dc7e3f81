import { random } from '../../model/random.ts';

/** Values that a dashboard should not have, and what could break out of a source. */
export const HOSTILE: readonly unknown[] = [
  ...['', ' ', "it's", '"double"', '`back`', '${process.exit(1)}', '\\', "\\'", '*/ alert(1) /*'],
  ...[
    'line\nbreak',
    'carriage\r\nreturn',
    '\u2028\u2029',
    '\ud800',
    'a\udc00b',
    '\0\u0007',
    '\ufeff',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'default',
    'class',
    '名前',
    '💥',
    '-1',
    '007',
  ],
  ...[
    "'); throw new Error('x'); ('",
    '</script>',
    '// comment',
    '$datasource',
    '${__all}',
    '[[x]]',
  ],
  ...[null, true, false, 0, -0, -1, 0.1, 1e21, 1e-9, Number.MAX_SAFE_INTEGER],
  ...[
    [],
    {},
    [[]],
    [null],
    { a: { b: [{ c: null }] } },
    ['x', 1, {}],
    { '': 1, 'a b': 2, "a'b": 3 },
  ],
];

type Holder = Record<string | number, unknown>;

/** The same text for the same seed: a dashboard with some parts replaced, removed, renamed, doubled or cut off. */
export function mutated(text: string, seed: number): string {
  const below = random(seed * 2_654_435_761);
  const value = JSON.parse(text) as unknown;
  for (let n = below(3) + 1; n > 0; n--) change(value, below);
  const result = JSON.stringify(value);
  // One in twenty is no JSON any more.
  return below(20) === 0 ? result.slice(0, below(result.length)) : result;
}

function change(root: unknown, below: (n: number) => number): void {
  const places: (readonly [Holder, string | number])[] = [];
  collect(root, places);
  const [holder, key] = places[below(places.length)] ?? [{} as Holder, ''];
  const hostile = structuredClone(HOSTILE[below(HOSTILE.length)]);
  switch (below(5)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return;
    case 1:
      if (Array.isArray(holder)) holder.push(structuredClone(holder[key]));
      else define(holder, String(hostile), holder[key]);
      return;
    case 2:
      if (!Array.isArray(holder)) define(holder, String(hostile), hostile);
      return;
    default:
      holder[key] = hostile;
  }
}

/** `__proto__` becomes a key of its own, as a parser of JSON makes it. */
function define(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function collect(value: unknown, places: (readonly [Holder, string | number])[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    places.push([value as Holder, Array.isArray(value) ? Number(key) : key]);
    collect((value as Holder)[key], places);
  }
}
