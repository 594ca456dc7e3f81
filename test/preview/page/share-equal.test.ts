import { describe, expect, it } from 'vitest';

import { shareEqual } from '../../../preview/src/remote/share-equal.ts';

const BEFORE = { panels: [{ id: 1, title: 'a' }, { id: 2 }], tags: ['x'] };

describe('what is equal', () => {
  it('is the same object again', () => {
    expect(shareEqual(BEFORE, structuredClone(BEFORE))).toBe(BEFORE);
  });

  it('is shared around what changed', () => {
    const after = { ...structuredClone(BEFORE), panels: [{ id: 1, title: 'b' }, { id: 2 }] };
    const shared = shareEqual(BEFORE, after);
    expect(shared).toEqual(after);
    expect(shared.panels[0]).not.toBe(BEFORE.panels[0]);
    expect(shared.panels[1]).toBe(BEFORE.panels[1]);
    expect(shared.tags).toBe(BEFORE.tags);
  });

  it.each([
    ['a key less', { a: 1, b: 2 }, { a: 1 }],
    ['a key more', { a: 1 }, { a: 1, b: undefined }],
    ['one item less', [1, 2], [1]],
    ['an array for an object', { 0: 1 }, [1]],
    ['nothing for something', { a: 1 }, null],
  ])('is not %s', (_, before, after) => {
    expect(shareEqual<unknown>(before, after)).toStrictEqual(after);
  });
});
