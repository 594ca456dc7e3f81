import fc, { type Arbitrary } from 'fast-check';

/** Texts of one kind after a mishap: a token lost, doubled or in another's place, the end cut off, or bytes of noise. */
export function broken(texts: Arbitrary<string>): Arbitrary<string> {
  return fc
    .tuple(
      texts,
      fc.array(fc.tuple(mishap, fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
      noise,
    )
    .map(([text, mishaps, bytes]) => {
      let tokens: readonly string[] = text.match(TOKEN) ?? [];
      for (const [change, i, j] of mishaps) {
        if (tokens.length > 0) tokens = change(tokens, i % tokens.length, j % tokens.length, bytes);
      }
      return tokens.join('');
    });
}

const TOKEN = /\s+|\w+|\$\w*|"[^"]*"|./gs;

type Change = (
  tokens: readonly string[],
  at: number,
  other: number,
  noise: string,
) => readonly string[];

const CHANGES: readonly Change[] = [
  (tokens, at) => tokens.toSpliced(at, 1),
  (tokens, at) => tokens.toSpliced(at, 0, tokens[at] ?? ''),
  (tokens, at, other) => tokens.with(at, tokens[other] ?? '').with(other, tokens[at] ?? ''),
  (tokens, at) => tokens.slice(0, at),
  (tokens, at) => tokens.slice(at),
  (tokens, at, _, noise) => tokens.toSpliced(at, 0, noise),
];

const mishap = fc.constantFrom(...CHANGES);
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    '{',
    '}',
    '((',
    '"',
    '`',
    '\\',
    '[',
    '{{',
    '}}',
    '$',
    '#',
    '\u0000',
    '\ud800',
    '0x',
    '1e',
  ),
);
