import { describe, expect, it } from 'vitest';

import { parse } from '../../lib/promql/parser.ts';
import { runtimeErrors } from '../../lib/promql/runtime-errors.ts';

describe('what fails at evaluation only', () => {
  it.each([
    {
      hit: 'label_replace(x, "a", "$1", "b", "(c")',
      marks: '"(c"',
      miss: 'label_replace(x, "a", "$1", "b", "(c)")',
    },
    {
      hit: 'sum(label_replace(x, "a", "", "b", "(?=c)"))',
      marks: '"(?=c)"',
      miss: 'label_replace(x, "a", "", "b", "$v.*")',
    },
    {
      hit: 'label_replace(x, "", "$1", "b", "c")',
      marks: '""',
      miss: 'label_replace(x, "é", "$1", "b", "c")',
    },
    { hit: 'label_join(x, "", "-", "a")', marks: '""', miss: 'label_join(x, "b", "", "a")' },
    { hit: 'count_values("", x)', marks: '""', miss: 'count_values("v", x)' },
  ])('$hit', ({ hit, marks, miss }) => {
    expect(parse(hit).errors).toEqual([]);
    expect(marksOf(hit)).toEqual([marks]);
    expect(marksOf(miss)).toEqual([]);
  });
});

function marksOf(text: string): readonly string[] {
  const { expr } = parse(text);
  if (expr === undefined) return [];
  return runtimeErrors(expr).map(({ span }) => text.slice(span.start, span.end));
}
