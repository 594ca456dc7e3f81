import { beforeAll, expect, it } from 'vitest';

import { mainColor } from './colors-of.ts';
import { type DrawnSystem, drawSystem, panelOf, panelsThat } from './draw-system.ts';

const COLORS = [
  ['healthy', 'fluxbase-monitoring', 'Redis', 'green'],
  ['redis-down', 'fluxbase-monitoring', 'Redis', 'red'],
  ['healthy', 'fluxbase-monitoring', 'Configuration', 'green'],
  ['monitoring-gone', 'fluxbase-monitoring', 'Configuration', 'red'],
  ['healthy', 'fluxbase-overview', 'p95 latency', 'green'],
  ['bad-deploy', 'fluxbase-overview', 'p95 latency', 'red'],
] as const;

let system: DrawnSystem;

beforeAll(async () => {
  system = await drawSystem('fluxbase', COLORS);
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
  ['fluxbase-overview', 'Request rate', ['Requests'], /^\d+\.\d req\/s$/],
  ['fluxbase-overview', 'Success rate', ['Success rate'], /^99\.\d%$/],
  [
    'fluxbase-overview',
    'Latency',
    ['p50', 'p95', 'p99', 'p95, 5 minutes'],
    /^[\d.]+ ms, [\d.]+ ms, \d+ ms, [\d.]+ ms$/,
  ],
  [
    'fluxbase-overview',
    'Memory',
    ['Heap fluxbase:8080', 'RSS fluxbase:8080'],
    /^[\d.]+ MiB, \d+ MiB$/,
  ],
  ['fluxbase-database', 'Connection slots used', ['postgres-exporter:9187'], /^\d+(\.\d)?%$/],
  ['fluxbase-infrastructure', 'CPU busy', ['node-exporter:9100'], /^1\d\.\d%$/],
  ['fluxbase-infrastructure', 'Bytes stored', ['Stored'], /^\d+\.\d GiB$/],
  ['fluxbase-monitoring', 'Configuration', ['Configuration'], /^ACCEPTED$/],
  ['fluxbase-services', 'Storage throughput', ['insert', 'select'], /^\d+ kB\/s, \d+ kB\/s$/],
])('healthy, %s, %s', (uid, title, names, values) => {
  const panel = panelOf(system, 'healthy', uid, title);
  expect(panel.names).toEqual(names);
  expect(panel.values.join(', ')).toMatch(values);
});

it.each(COLORS)('%s, %s, %s is %s', (world, uid, title, color) => {
  expect(mainColor(panelOf(system, world, uid, title).colors)).toBe(color);
});
