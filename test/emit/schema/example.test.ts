import { expect, it } from 'vitest';

import { exampleOf } from '../../../scripts/schema/example.ts';

it('has every key, and in arrays every member of a union', () => {
  expect(
    exampleOf({
      type: 'object',
      properties: { list: { type: 'array', items: { $ref: '#/definitions/Union' } } },
      additionalProperties: { type: 'boolean' },
      definitions: {
        Union: { oneOf: [{ const: 'a' }, { $ref: '#/definitions/Two' }] },
        Two: { if: {}, then: { type: 'number' }, else: { enum: ['b', 'c'] } },
      },
    }),
  ).toEqual({ list: ['a', 1, 'b', 'c'], other: true });
});
