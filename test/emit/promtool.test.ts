import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { emitSystem } from '../../lib/emit/index.ts';
import { ruleGroup, type System } from '../../lib/model/index.ts';
import { runTool } from '../../lib/prove/index.ts';
import { toolPath } from '../tool-path.ts';
import { loadedGroup, m, mounted, shop, tooManyWaiting } from './shop.ts';

let promtool: string;
let folder: string;

beforeAll(async () => {
  promtool = await toolPath('promtool');
  folder = mkdtempSync(join(tmpdir(), 'dashc-promtool-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Writes the system's output to a folder of its own. */
function write(name: string, system: System): (path: string) => string {
  const inside = (path: string) => join(folder, name, path);
  for (const { value } of emitSystem(system, { systems: [system] })) {
    for (const { path, text } of value) {
      mkdirSync(dirname(inside(path)), { recursive: true });
      writeFileSync(inside(path), text);
    }
  }
  return inside;
}

const ALERTS = ['ShopTargetDown', 'ShopTooManyErrors', 'ShopTooManyWaiting'];

describe('promtool', () => {
  it('accepts the rules, a file a group', async () => {
    const inside = write('rules', shop);
    const groups = ['availability', 'errors', 'queues', 'recording'];
    const rules = groups.map((group) => inside(`prometheus/rules/shop-${group}.yml`));
    expect(await runTool(promtool, ['check', 'rules', ...rules])).toMatchObject({ exitCode: 0 });
  });

  it('accepts the tests', async () => {
    const inside = write('tests', shop);
    const tests = ALERTS.map((name) => inside(`prometheus/tests/${name}.test.yml`));
    expect(await runTool(promtool, ['test', 'rules', ...tests])).toMatchObject({ exitCode: 0 });
  });

  it('accepts the tests of the system whose rules are one file', async () => {
    const inside = write('one-file', mounted);
    const tests = ALERTS.map((name) => inside(`prometheus/tests/${name}.test.yml`));
    expect(await runTool(promtool, ['test', 'rules', ...tests])).toMatchObject({ exitCode: 0 });
  });

  it('accepts a configuration without variables, and finds its rules', async () => {
    const inside = write('config', mounted);
    const run = await runTool(promtool, ['check', 'config', inside('prometheus.yml')]);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout).toContain('SUCCESS: 4 rules found');
  });

  it.each([
    ['everything set', ['PUSH_URL=https://push.example.com', 'PUSH_PASSWORD=a"b: #c']],
    ['what is optional left empty', []],
  ])('accepts the configuration as the entrypoint writes it, with %s', async (name, settings) => {
    const inside = write(`rendered ${name}`, shop);
    const prometheus = inside('bin/prometheus');
    mkdirSync(dirname(prometheus));
    writeFileSync(prometheus, `#!/bin/sh\nexec ${promtool} check config "\${1#*=}"\n`, {
      mode: 0o755,
    });
    const path = `PATH=${dirname(prometheus)}:/usr/bin:/bin`;
    const script = inside('prometheus/entrypoint.sh');
    const run = await runTool('/usr/bin/env', [
      '-i',
      path,
      'API_TARGET=api.internal:8080',
      ...settings,
      'sh',
      script,
    ]);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout).toContain('SUCCESS: 4 rule files found');
  });

  it('fails the quiet case of an alert whose threshold is off by one', async () => {
    const sooner = { ...tooManyWaiting, node: m.orders_waiting.gt(999).node };
    const groups = [loadedGroup('queues', ruleGroup('shop-queues', [sooner]))];
    const inside = write('mutant', { ...shop, dashboards: [], groups });
    const run = await runTool(promtool, [
      'test',
      'rules',
      inside('prometheus/tests/ShopTooManyWaiting.test.yml'),
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('is quiet at a thousand');
    expect(run.stderr).not.toContain('fires above a thousand');
  });
});
