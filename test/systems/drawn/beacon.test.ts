import { beforeAll, expect, it } from 'vitest';

import { mainColor } from './colors-of.ts';
import { type DrawnSystem, drawSystem, panelOf, panelsThat } from './draw-system.ts';

const COLORS = [
  ['healthy', 'beacon-runner', 'System health overview', 'green'],
  ['healthy', 'beacon-runner', 'Resource usage', 'green'],
  ['goroutines-leak', 'beacon-runner', 'Resource usage', 'red'],
] as const;

let system: DrawnSystem;

beforeAll(async () => {
  system = await drawSystem('beacon', COLORS);
}, 300_000);

it('has no errors, on the screen or in the console', () => {
  expect(panelsThat(system, ({ state }) => state === 'error' || state === 'unsupported')).toEqual(
    {},
  );
  expect(system.complaints).toEqual([]);
});

it('is empty only where it is meant to be', () => {
  expect(panelsThat(system, ({ state }) => state === 'empty')).toEqual({});
});

it('has painted what it drew, and filled in every legend', () => {
  expect(panelsThat(system, ({ colors }) => colors !== undefined && colors.different < 8)).toEqual(
    {},
  );
  expect(panelsThat(system, ({ names }) => names.some((name) => /[{}$]/.test(name)))).toEqual({});
});

it.each<[uid: string, title: string, names: readonly string[], values: RegExp]>([
  [
    'beacon-runner',
    'System health overview',
    ['Runner', 'Uptime', 'Restarts'],
    /^UP, \d\.\d+ hours, 0$/,
  ],
  [
    'beacon-runner',
    'HTTP request latency percentiles',
    ['p50', 'p95', 'p99'],
    /^[\d.]+ ms, \d+ ms, \d+ ms$/,
  ],
  [
    'beacon-runner',
    'Queue health',
    ['Unpublished', 'Oldest age', 'Queue latency p95'],
    /^\d+, [\d.]+ s, [\d.]+ (ms|s)$/,
  ],
  [
    'beacon-runner',
    'Resource usage',
    ['Memory beacon-runner', 'Goroutines beacon-runner', 'WebSocket clients'],
    /^[\d.]+ MiB, \d+, \d+$/,
  ],
])('healthy, %s, %s', (uid, title, names, values) => {
  const panel = panelOf(system, 'healthy', uid, title);
  expect(panel.names).toEqual(names);
  expect(panel.values.join(', ')).toMatch(values);
});

it.each(COLORS)('%s, %s, %s is %s', (world, uid, title, color) => {
  expect(mainColor(panelOf(system, world, uid, title).colors)).toBe(color);
});
