import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Document, Scalar } from 'yaml';

import { readYaml } from '../../../lib/load/foreign/yaml-documents.ts';

const WORD = fc.constantFrom(
  ...['sum', 'by', '(job)', '{a=~"b"}', "'c'", '"\\\\d+"', '[5m]', '>', '#', 'a:', ':b', '-', 'é'],
  ...[
    '&x',
    '*y',
    '!z',
    '|',
    '%',
    '@',
    '`raw`',
    '== 0',
    '💥',
    'rate(x_total[5m])',
    '\\',
    '""',
    "''",
  ],
);

const STYLE = fc.constantFrom(
  Scalar.PLAIN,
  Scalar.QUOTE_DOUBLE,
  Scalar.QUOTE_SINGLE,
  Scalar.BLOCK_LITERAL,
  Scalar.BLOCK_FOLDED,
);

const SPACE = fc.constantFrom(' ', '  ', '\n', '\n\n', '\n  ');

const CASE = fc.record({
  words: fc.array(fc.tuple(WORD, SPACE), { minLength: 1, maxLength: 20 }),
  style: STYLE,
  lineWidth: fc.constantFrom(0, 20, 40, 80),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  chosen: fc.nat(19),
  instead: fc.constantFrom('', '=', '$__rate_interval', '"q"', "it's", 'a: b', '# no', '\\'),
});

/** The text of the one expression. */
function exprIn(value: unknown): string {
  return (value as { list: readonly [{ expr: string }] }).list[0].expr;
}

it('replaces a word, or nothing at all, in scalars of every style', () => {
  let edited = 0;
  fc.assert(
    fc.property(CASE, ({ words, style, lineWidth, lineEnd, chosen, instead }) => {
      const document = new Document({ list: [{ expr: '', for: '5m' }] });
      const scalar = new Scalar(words.flat().join(''));
      scalar.type = style;
      document.setIn(['list', 0, 'expr'], scalar);
      const text = document.toString({ lineWidth }).replaceAll('\n', lineEnd);

      const [read] = readYaml(text).documents;
      // The writer of the library folds some texts so that they are read as others.
      const value = exprIn(read?.value);
      const found = [...value.matchAll(/\S+/g)];
      const word = found[chosen % Math.max(1, found.length)];
      if (word === undefined) return;
      const [start, end] = [word.index, word.index + word[0].length];
      const edit = read?.replaceIn(['list', 0, 'expr'], { start, end }, instead);
      if (edit === undefined) return;
      edited++;
      const after = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
      const [again] = readYaml(after).documents;
      const expected = value.slice(0, start) + instead + value.slice(end);
      expect(again?.value).toEqual({ list: [{ expr: expected, for: '5m' }] });
    }),
    { numRuns: 1500, seed: 4 },
  );
  expect(edited).toBeGreaterThan(750);
});
