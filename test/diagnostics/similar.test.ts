import { expect, it } from 'vitest';

import { similar } from '../../lib/diagnostics/index.ts';

it.each([
  { name: 'queue_dept', known: ['queue_size', 'queue_depth'], meant: 'queue_depth' },
  { name: 'rww', known: ['raw', 'ack'], meant: 'raw' },
  { name: 'buidl', known: ['build', 'check'], meant: 'build' },
  { name: 'pod', known: ['job', 'instance'], meant: undefined },
  { name: 'go_goroutines', known: ['queue_depth'], meant: undefined },
  { name: 'x', known: [], meant: undefined },
  { name: 'ab', known: ['aa', 'ac'], meant: 'aa' },
])('takes $name for $meant', ({ name, known, meant }) => {
  expect(similar(name, known)).toBe(meant);
});
