import { beforeAll, expect, it } from 'vitest';

import { mainColor } from './colors-of.ts';
import { type DrawnSystem, drawSystem, panelOf, panelsThat } from './draw-system.ts';

const COLORS = [
  ['healthy', 'zander-ingestion', 'Endpoints', 'green'],
  ['server-down', 'zander-ingestion', 'Endpoints', 'red'],
  ['healthy', 'zander-ingestion', 'Active connections', 'green'],
  ['relays-gone', 'zander-ingestion', 'Active connections', 'red'],
  ['database-slow', 'zander-ingestion', 'Pending writes', 'red'],
] as const;

let system: DrawnSystem;

beforeAll(async () => {
  system = await drawSystem('zander', COLORS);
}, 300_000);

it('has no errors, on the screen or in the console', () => {
  expect(panelsThat(system, ({ state }) => state === 'error' || state === 'unsupported')).toEqual(
    {},
  );
  expect(system.complaints).toEqual([]);
});

it('is empty only where it is meant to be', () => {
  expect(panelsThat(system, ({ state }) => state === 'empty')).toEqual({
    'relays-gone, zander-ingestion': ['Failure percentage'],
    'server-down, zander-ingestion': [
      'Active sessions',
      'Failure percentage',
      'Application info',
      'Buffer fill now',
      'Buffer table',
      'Pending writes',
    ],
  });
});

it('has painted what it drew, and filled in every legend', () => {
  expect(panelsThat(system, ({ colors }) => colors !== undefined && colors.different < 8)).toEqual(
    {},
  );
  expect(panelsThat(system, ({ names }) => names.some((name) => /[{}$]/.test(name)))).toEqual({});
});

it.each<[uid: string, title: string, names: readonly string[], values: RegExp]>([
  ['zander-ingestion', 'Endpoints', ['zander-ingestion', 'zander-ingestion-custom'], /^UP, UP$/],
  ['zander-ingestion', 'Failure percentage', ['Failed share'], /^0\.\d+%$/],
  ['zander-ingestion', 'Application info', ['Version', 'Environment'], /^1\.4\.2, production$/],
  ['zander-ingestion', 'Buffer fill now', ['19', '42', '7'], /^[\d.]+%, [\d.]+%, [\d.]+%$/],
  [
    'zander-ingestion',
    'Buffer table',
    ['User', 'Samples', 'Capacity', 'Utilisation'],
    /^\d+, \d+, 1 K, [\d.]+%/,
  ],
  ['zander-ingestion', 'Write rate', ['features', 'raw_samples'], /^[\d.]+ wr\/s, [\d.]+ wr\/s$/],
  ['zander-ingestion', 'HTTP latency p95', ['p95'], /^\d+ ms$/],
])('healthy, %s, %s', (uid, title, names, values) => {
  const panel = panelOf(system, 'healthy', uid, title);
  expect(panel.names).toEqual(names);
  expect(panel.values.join(', ')).toMatch(values);
});

it.each(COLORS)('%s, %s, %s is %s', (world, uid, title, color) => {
  expect(mainColor(panelOf(system, world, uid, title).colors)).toBe(color);
});
