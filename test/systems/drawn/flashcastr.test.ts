import { beforeAll, expect, it } from 'vitest';

import { mainColor } from './colors-of.ts';
import { type DrawnSystem, drawSystem, panelOf, panelsThat } from './draw-system.ts';

const COLORS = [
  ['healthy', 'flashcastr-service-status', 'Circuit breaker', 'green'],
  ['breaker-opens', 'flashcastr-service-status', 'Circuit breaker', 'red'],
  ['healthy', 'flashcastr-service-status', 'Consecutive failures', 'green'],
  ['breaker-opens', 'flashcastr-service-status', 'Consecutive failures', 'red'],
  ['healthy', 'flashcastr-flashes', 'Queue depth now', 'green'],
  ['queue-stalls', 'flashcastr-flashes', 'Queue depth now', 'orange'],
  ['breaker-opens', 'flashcastr-flashes', 'Queue depth now', 'red'],
] as const;

let system: DrawnSystem;

beforeAll(async () => {
  system = await drawSystem('flashcastr', COLORS);
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
  ['flashcastr-service-status', 'Targets up', ['invaders-bot', 'invaders-consumer'], /^UP, UP$/],
  ['flashcastr-service-status', 'Circuit breaker', ['Breaker'], /^CLOSED$/],
  ['flashcastr-service-status', 'Producer uptime', ['Producer uptime'], /^\d\.\d+ hours$/],
  ['flashcastr-service-status', 'Last sync', ['Last sync'], /^(a minute|a few seconds) ago$/],
  ['flashcastr-service-status', 'API error ratio', ['Error ratio'], /^[\d.]+%$/],
  ['flashcastr-service-status', 'Heap used', ['Producer', 'Consumer'], /^\d+ MiB, \d+ MiB$/],
  ['flashcastr-flashes', 'New flashes', ['New flashes'], /^\d\.\d\d K$/],
  ['flashcastr-flashes', 'Sync duration', ['p50', 'p90', 'p99'], /^[\d.]+ s, [\d.]+ s, [\d.]+ s$/],
  ['flashcastr-flashes', 'Casts per minute', ['Published', 'Failed'], /^[\d.]+ c\/m, 0 c\/m$/],
])('healthy, %s, %s', (uid, title, names, values) => {
  const panel = panelOf(system, 'healthy', uid, title);
  expect(panel.names).toEqual(names);
  expect(panel.values.join(', ')).toMatch(values);
});

it.each(COLORS)('%s, %s, %s is %s', (world, uid, title, color) => {
  expect(mainColor(panelOf(system, world, uid, title).colors)).toBe(color);
});
