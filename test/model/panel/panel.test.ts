import { describe, expect, it } from 'vitest';

import {
  byName,
  merge,
  refIds,
  target,
  timeseries,
  valueMapping,
} from '../../../lib/model/index.ts';
import { m } from '../shop.ts';

describe('a panel', () => {
  const plain = timeseries('Title', 'Description');

  it.each([
    { name: 'query', change: () => plain.query(m.memory_bytes) },
    { name: 'width', change: () => plain.width(3) },
    { name: 'unit', change: () => plain.unit('s') },
    { name: 'options', change: () => plain.options({ fill: 10 }) },
    { name: 'override', change: () => plain.override(byName('x'), { color: 'red' }) },
    { name: 'transform', change: () => plain.transform(merge()) },
    { name: 'mappings', change: () => plain.mappings(valueMapping({ 0: { text: 'off' } })) },
    { name: 'link', change: () => plain.link('Docs', 'https://example.org') },
    { name: 'raw', change: () => plain.raw({ libraryPanel: null }) },
  ])('is not changed by $name', ({ change }) => {
    const before = JSON.stringify(plain.props);
    expect(JSON.stringify(change().props)).not.toBe(before);
    expect(JSON.stringify(plain.props)).toBe(before);
  });

  it('is frozen', () => {
    expect([Object.isFrozen(plain), Object.isFrozen(plain.props)]).toEqual([true, true]);
  });

  it('knows the line that made it', () => {
    expect(plain.props.site?.file).toMatch(/panel\.test\.ts$/);
  });

  it('adds queries, mappings and links, and replaces options', () => {
    const { props } = plain
      .query(m.memory_bytes)
      .queries([m.queue_depth])
      .options({ fill: 10, draw: 'bars' })
      .options({ fill: 20 })
      .link('a', '/a')
      .link('b', '/b');
    expect(props.queries).toHaveLength(2);
    expect(props.options).toEqual({ fill: 20, draw: 'bars' });
    expect(props.links.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  it('parts the options of an override from the standard ones', () => {
    const { overrides } = plain.override(byName('error'), {
      color: 'red',
      thresholds: { critical: 1 },
      axis: { placement: 'right' },
    }).props;
    expect(overrides).toEqual([
      {
        matcher: { id: 'byName', options: 'error' },
        standard: {
          color: 'red',
          thresholds: { mode: 'absolute', base: 'green', steps: [{ from: 1, color: 'red' }] },
        },
        field: { axis: { placement: 'right' } },
      },
    ]);
  });
});

describe('the refIds of queries', () => {
  it.each([
    { name: 'letters in order', given: [undefined, undefined], is: ['A', 'B'] },
    {
      name: 'leave out those that are taken',
      given: [undefined, 'A', undefined],
      is: ['B', 'A', 'C'],
    },
    { name: 'stay where they are given', given: ['total', undefined], is: ['total', 'A'] },
  ])('$name', ({ given, is }) => {
    const queries = given.map((refId) =>
      target(m.memory_bytes, refId === undefined ? {} : { refId }),
    );
    expect(refIds(queries)).toEqual(is);
  });

  it('go on after Z', () => {
    const queries = Array.from({ length: 28 }, () => target(m.memory_bytes, {}));
    expect(refIds(queries).slice(-3)).toEqual(['Z', 'AA', 'AB']);
  });
});
