import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { emitSystem } from '../../../lib/emit/index.ts';
import { print } from '../../../lib/promql/index.ts';
import { runTool } from '../../../lib/prove/index.ts';
import { toolPath } from '../../tool-path.ts';
import { farm, group } from './farm.ts';

let folder: string;
let promtool: string;

beforeAll(async () => {
  promtool = await toolPath('promtool');
  folder = mkdtempSync(join(tmpdir(), 'dashc-farm-'));
  for (const { value } of emitSystem(farm, { systems: [farm] })) {
    for (const { path, text } of value) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

it('emits the system without a finding', () => {
  const findings = [...emitSystem(farm, { systems: [farm] })].flatMap((e) => e.diagnostics);
  expect(findings).toEqual([]);
});

describe('the alert', () => {
  it.each([
    ['TargetDown', 'up{job=~"api|worker"} == 0'],
    ['ApiMissing', 'up{job="api"} == 0 or absent(up{job="api"})'],
    [
      'MemoryHigh',
      '1 - node_memory_MemAvailable_bytes{job="node"} / node_memory_MemTotal_bytes{job="node"} > 0.85',
    ],
    [
      'DiskLow',
      'node_filesystem_avail_bytes{job="node",mountpoint="/",fstype!~"tmpfs|overlay"} / node_filesystem_size_bytes{job="node",mountpoint="/",fstype!~"tmpfs|overlay"} < 0.2',
    ],
    [
      'SlotsHigh',
      'sum by (instance) (pg_stat_database_numbackends{job="postgres"}) / on (instance) max by (instance) (pg_settings_max_connections{job="postgres"}) > 0.9',
    ],
    ['RedisDown', 'redis_up{job="redis"} == 0'],
    ['RedisDownOrBlind', 'redis_up{job="redis"} == 0 or up{job="redis"} == 0'],
  ])('%s watches %s', (name, expr) => {
    const rule = group.rules.find((r) => r.name === name);
    expect(rule && print(rule.node)).toBe(expr);
  });

  it.each([
    'TargetDown',
    'ApiMissing',
    'MemoryHigh',
    'DiskLow',
    'SlotsHigh',
    'RedisDown',
    'RedisDownOrBlind',
  ])('%s passes its cases in promtool', async (name) => {
    const test = join(folder, `prometheus/tests/${name}.test.yml`);
    expect(await runTool(promtool, ['test', 'rules', test])).toMatchObject({ exitCode: 0 });
  });
});
