import { expect, it } from 'vitest';

import { variablesIn } from '../../lib/logql/index.ts';

it('finds variables in strings, ranges and lists, and no groups of a pattern', () => {
  const text = 'sum by ($a) (rate({b="${c:regex}"} |~ "x$1$" [$__auto])) > [[d]]';
  expect(variablesIn(text).map(({ name, format, span }) => [name, format, span.start])).toEqual([
    ['a', undefined, 8],
    ['c', 'regex', 22],
    ['__auto', undefined, text.indexOf('$__auto')],
    ['d', undefined, text.indexOf('[[d]]')],
  ]);
});
