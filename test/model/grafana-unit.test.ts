import { describe, expect, it } from 'vitest';

import { toGrafanaUnit } from '../../lib/model/index.ts';
import type { InferredUnit } from '../../lib/promql/index.ts';

describe('a unit that is inferred', () => {
  it.each<{ name: string; unit: InferredUnit; is: string | undefined }>([
    { name: 'seconds', unit: { dimensions: { seconds: 1 }, scale: 1 }, is: 's' },
    { name: 'milliseconds', unit: { dimensions: { seconds: 1 }, scale: 1e-3 }, is: 'ms' },
    {
      name: 'seconds of no known scale',
      unit: { dimensions: { seconds: 1 }, scale: 7 },
      is: undefined,
    },
    { name: 'bytes', unit: { dimensions: { bytes: 1 }, scale: 1 }, is: 'bytes' },
    { name: 'mebibytes', unit: { dimensions: { bytes: 1 }, scale: 1024 ** 2 }, is: 'mbytes' },
    { name: 'bits', unit: { dimensions: { bytes: 1 }, scale: 0.125 }, is: 'bits' },
    {
      name: 'bytes a second',
      unit: { dimensions: { bytes: 1, seconds: -1 }, scale: 1 },
      is: 'Bps',
    },
    {
      name: 'bytes a second, the other way round',
      unit: { dimensions: { seconds: -1, bytes: 1 }, scale: 1 },
      is: 'Bps',
    },
    {
      name: 'bits a second',
      unit: { dimensions: { bytes: 1, seconds: -1 }, scale: 0.125 },
      is: 'bps',
    },
    {
      name: 'bytes a minute',
      unit: { dimensions: { bytes: 1, seconds: -1 }, scale: 1 / 60 },
      is: undefined,
    },
    {
      name: 'requests a second',
      unit: { dimensions: { requests: 1, seconds: -1 }, scale: 1 },
      is: 'reqps',
    },
    {
      name: 'flashes a second',
      unit: { dimensions: { flashes: 1, seconds: -1 }, scale: 1 },
      is: 'cps',
    },
    {
      name: 'flashes a minute',
      unit: { dimensions: { flashes: 1, seconds: -1 }, scale: 1 / 60 },
      is: 'cpm',
    },
    {
      name: 'a rate of nothing in particular',
      unit: { dimensions: { seconds: -1 }, scale: 1 },
      is: 'cps',
    },
    { name: 'flashes', unit: { dimensions: { flashes: 1 }, scale: 1 }, is: 'short' },
    {
      name: 'thousands of flashes',
      unit: { dimensions: { flashes: 1 }, scale: 1000 },
      is: undefined,
    },
    { name: 'watts', unit: { dimensions: { joules: 1, seconds: -1 }, scale: 1 }, is: 'watt' },
    { name: 'seconds since 1970', unit: { dimensions: { timestamp: 1 }, scale: 1 }, is: undefined },
    {
      name: 'milliseconds since 1970',
      unit: { dimensions: { timestamp: 1 }, scale: 1e-3 },
      is: 'dateTimeAsIso',
    },
    { name: 'a ratio', unit: { dimensions: {}, scale: 1, role: 'ratio' }, is: 'percentunit' },
    { name: 'percent', unit: { dimensions: {}, scale: 0.01, role: 'ratio' }, is: 'percent' },
    { name: 'a number', unit: { dimensions: {}, scale: 1, role: 'number' }, is: undefined },
    { name: 'a count', unit: { dimensions: {}, scale: 1, role: 'count' }, is: 'short' },
    { name: 'a state', unit: { dimensions: {}, scale: 1, role: 'state' }, is: 'none' },
    { name: 'a square', unit: { dimensions: { bytes: 2 }, scale: 1 }, is: undefined },
    {
      name: 'the mean of seconds by calls',
      unit: { dimensions: { seconds: 1, calls: -1 }, scale: 1 },
      is: 's',
    },
    {
      name: 'the mean of microseconds by calls',
      unit: { dimensions: { calls: -1, seconds: 1 }, scale: 1e-6 },
      is: 'µs',
    },
    {
      name: 'things by other things',
      unit: { dimensions: { flashes: 1, messages: -1 }, scale: 1 },
      is: undefined,
    },
    {
      name: 'calls by seconds that were worked',
      unit: { dimensions: { calls: 1, seconds: -1 }, scale: 1 },
      is: 'ops',
    },
    {
      name: 'three dimensions',
      unit: { dimensions: { a: 1, b: 1, seconds: -1 }, scale: 1 },
      is: undefined,
    },
  ])('$name', ({ unit, is }) => {
    expect(toGrafanaUnit(unit)).toBe(is);
  });
});
