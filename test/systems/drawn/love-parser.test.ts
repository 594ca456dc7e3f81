import { beforeAll, expect, it } from 'vitest';

import { mainColor } from './colors-of.ts';
import { type DrawnSystem, drawSystem, panelOf, panelsThat } from './draw-system.ts';

const COLORS = [
  ['healthy', 'love-redis', 'Redis up', 'green'],
  ['redis-down', 'love-redis', 'Redis up', 'red'],
  ['healthy', 'love-redis', 'Redis or exporter down', 'none'],
  ['redis-down', 'love-redis', 'Redis or exporter down', 'red'],
  ['healthy', 'love-backend', 'Error ratio overall', 'green'],
  ['bad-deploy', 'love-backend', 'Error ratio overall', 'red'],
  ['broadcast-stuck', 'love-queues', 'Broadcast queue stuck', 'red'],
  ['healthy', 'love-application', 'Payment success rate', 'green'],
  ['payments-fail', 'love-application', 'Payment success rate', 'red'],
] as const;

let system: DrawnSystem;

beforeAll(async () => {
  system = await drawSystem('love-parser', COLORS);
}, 300_000);

it('has no errors, on the screen or in the console', () => {
  expect(panelsThat(system, ({ state }) => state === 'error' || state === 'unsupported')).toEqual(
    {},
  );
  expect(system.complaints).toEqual([]);
});

it('is empty only where it is meant to be', () => {
  expect(panelsThat(system, ({ state }) => state === 'empty')).toEqual({
    'healthy, love-application': ['Failed callbacks, 15 minutes'],
    'healthy, love-queues': ['Broadcast queue stuck'],
    'healthy, love-redis': ['Redis or exporter down'],
    'redis-down, love-application': ['Failed callbacks, 15 minutes'],
    'redis-down, love-queues': ['Broadcast queue stuck'],
    'broadcast-stuck, love-application': ['Failed callbacks, 15 minutes'],
    'broadcast-stuck, love-redis': ['Redis or exporter down'],
    'bad-deploy, love-application': ['Failed callbacks, 15 minutes'],
    'bad-deploy, love-queues': ['Broadcast queue stuck'],
    'bad-deploy, love-redis': ['Redis or exporter down'],
    'payments-fail, love-queues': ['Broadcast queue stuck'],
    'payments-fail, love-redis': ['Redis or exporter down'],
    'host-full, love-application': ['Failed callbacks, 15 minutes'],
    'host-full, love-queues': ['Broadcast queue stuck'],
    'host-full, love-redis': ['Redis or exporter down'],
  });
});

it('has painted what it drew, and filled in every legend', () => {
  expect(panelsThat(system, ({ colors }) => colors !== undefined && colors.different < 8)).toEqual(
    {},
  );
  expect(panelsThat(system, ({ names }) => names.some((name) => /[{}$]/.test(name)))).toEqual({});
});

it.each<[uid: string, title: string, names: readonly string[], values: RegExp]>([
  [
    'love-backend',
    'HTTP latency p50/p95/p99',
    ['p50', 'p95', 'p99'],
    /^\d+(\.\d)? ms, \d+ ms, \d+ ms$/,
  ],
  [
    'love-backend',
    'Memory',
    ['RSS backend:3000', 'Heap used backend:3000', 'Heap total backend:3000'],
    /^\d+ MiB, [\d.]+ MiB, \d+ MiB$/,
  ],
  ['love-backend', 'CPU busy', ['node-exporter:9100'], /^1\d\.\d%$/],
  [
    'love-database',
    'Connection pool saturation',
    ['Backend pool backend:3000', 'Server slots'],
    /^\d+%, \d+%$/,
  ],
  [
    'love-database',
    'Table sizes',
    ['app public.users', 'app public.payments', 'app public.broadcasts'],
    /^(\d+\.\d MiB(, )?){3}$/,
  ],
  [
    'love-queues',
    'Time since last completion',
    ['audience-segment', 'broadcast', 'cleanup-data', 'cron', 'notification', 'parse-search'],
    /^(\d+ s(, )?){6}$/,
  ],
  [
    'love-queues',
    'Cron runs',
    ['Job', 'Result', 'Runs'],
    /^cleanup-sessions, failure, \d+, cleanup-sessions, success, \d+/,
  ],
  ['love-application', 'Payment success rate', ['Payment success'], /^100%$/],
  ['love-redis', 'Memory used now', ['Used'], /^\d+ MiB$/],
])('healthy, %s, %s', (uid, title, names, values) => {
  const panel = panelOf(system, 'healthy', uid, title);
  expect(panel.names).toEqual(names);
  expect(panel.values.join(', ')).toMatch(values);
});

it.each(COLORS)('%s, %s, %s is %s', (world, uid, title, color) => {
  expect(mainColor(panelOf(system, world, uid, title).colors)).toBe(color);
});
