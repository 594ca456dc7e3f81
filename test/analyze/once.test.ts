import { expect, test } from 'vitest';

import { once } from '../../lib/analyze/once.ts';

test('once computes its result once for each object', () => {
  const asked: string[] = [];
  const namesOf = once(({ name }: { readonly name: string }) => {
    asked.push(name);
    return [name];
  });
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect([namesOf(a), namesOf(b), namesOf(a)]).toEqual([['a'], ['b'], ['a']]);
  expect(asked).toEqual(['a', 'b']);
});
