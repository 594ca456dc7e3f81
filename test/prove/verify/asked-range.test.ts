import { expect, it } from 'vitest';

import { askedRange } from '../../../lib/prove/verify/asked-range.ts';

const HOUR = 3600;
const NOW = 1_768_485_600;

it.each([
  // Six hours in 1,500 pixels are 14.4 s, which Grafana rounds to 15 s.
  ['6h', { length: 6 * HOUR, maxDataPoints: 1500, minStep: 15 }, 15, '1m'],
  ['6h, narrow', { length: 6 * HOUR, maxDataPoints: 600, minStep: 15 }, 30, '1m'],
  [
    '1h: not below the scrape interval',
    { length: HOUR, maxDataPoints: 1800, minStep: 15 },
    15,
    '1m',
  ],
  ['1h of slow scrapes', { length: HOUR, maxDataPoints: 1800, minStep: 60 }, 60, '4m'],
  ['24h: a step and a scrape', { length: 24 * HOUR, maxDataPoints: 1800, minStep: 15 }, 60, '75s'],
])('%s', (_, facts, step, rateInterval) => {
  const range = askedRange({ ...facts, now: NOW, shift: 0 });
  expect(range.step).toBe(step);
  expect(range.builtins['__rate_interval']).toBe(rateInterval);
  expect(range.start % step).toBe(0);
});

it('fills in the length of the range', () => {
  const { builtins } = askedRange({
    length: 6 * HOUR,
    maxDataPoints: 600,
    minStep: 15,
    now: NOW,
    shift: 0,
  });
  expect(builtins).toMatchObject({
    __interval: '30s',
    __interval_ms: '30000',
    __range: '6h',
    __range_s: '21600',
    __range_ms: '21600000',
  });
});

it('looks further back where the panel does', () => {
  const facts = { length: HOUR, maxDataPoints: 600, minStep: 15, now: NOW };
  const now = askedRange({ ...facts, shift: 0 });
  expect(askedRange({ ...facts, shift: 24 * HOUR }).end).toBe(now.end - 24 * HOUR);
});
