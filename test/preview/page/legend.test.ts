import { describe, expect, it } from 'vitest';

import { nameOf } from '../../../preview/src/frames/legend.ts';

const LABELS = { __name__: 'up', job: 'api', zone: 'b"c' };

describe('the name of a series', () => {
  it.each([
    ['labels are filled in', LABELS, 'of {{job}} in {{ zone }}', 'of api in b"c'],
    ['a label that is not there is nothing', LABELS, 'of {{route}}.', 'of .'],
    [
      'without a legend it is written as Prometheus does',
      LABELS,
      '',
      'up{job="api", zone="b\\"c"}',
    ],
    ['the name alone has no braces', { __name__: 'up' }, '', 'up'],
    ['without labels it is the query', {}, '', 'sum(up)'],
    ['of its own it is left to the labels that differ', LABELS, '__auto', ''],
    ['of its own, without labels, it is the query', {}, '__auto', 'sum(up)'],
    ['no label is no variable', LABELS, '$job', '$job'],
  ])('%s', (_, labels, legendFormat, expected) => {
    expect(nameOf(labels, { legendFormat, expr: 'sum(up)' })).toBe(expected);
  });
});
