import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { defineStack } from '../../../lib/catalog/index.ts';
import { alertmanagerConfig, receiversOf } from '../../../lib/emit/alertmanager/index.ts';
import { toYaml } from '../../../lib/emit/yaml.ts';
import { runTool } from '../../../lib/prove/index.ts';
import { toolPath } from '../../tool-path.ts';
import { shop } from '../shop.ts';

const { alertmanager } = defineStack({
  ...shop.stack,
  jobs: {},
  alertmanager: {
    version: '0.27.0',
    receivers: { root: {}, a: {}, b: {}, c: {}, d: {}, e: {} },
    route: {
      receiver: 'root',
      routes: [
        { match: { sms: 'true' }, receiver: 'a', continue: true },
        {
          match: { severity: 'critical' },
          receiver: 'b',
          routes: [
            { match: { team: ['x', 'y.z'] }, receiver: 'c' },
            { match: { team: { op: '=~', values: ['w+'] } }, continue: true },
            { match: { team: { op: '!~', values: ['', 'v'] }, sms: 'true' }, receiver: 'd' },
          ],
        },
        { match: { severity: 'warning', team: { op: '!=', values: ['x'] } }, receiver: 'e' },
      ],
    },
  },
});

let amtool: string;
let folder: string;

beforeAll(async () => {
  amtool = await toolPath('amtool');
  folder = mkdtempSync(join(tmpdir(), 'dashc-routing-'));
  writeFileSync(join(folder, 'a.yml'), toYaml([], alertmanagerConfig(alertmanager ?? never())));
});

afterAll(() => rmSync(folder, { recursive: true }));

function never(): never {
  throw new Error('the stack has an Alertmanager');
}

describe('receiversOf', () => {
  it.each<[string, Record<string, string>, string]>([
    ['nothing known', { severity: 'info' }, 'root'],
    ['one that goes on', { severity: 'info', sms: 'true' }, 'a'],
    ['two', { severity: 'critical', sms: 'true' }, 'a,b'],
    ['one of several values', { severity: 'critical', team: 'y.z' }, 'c'],
    ['almost one of several values', { severity: 'critical', team: 'yxz' }, 'b'],
    ['the receiver of the route above', { severity: 'critical', team: 'ww' }, 'b'],
    ['the next after one that goes on', { severity: 'critical', team: 'ww', sms: 'true' }, 'a,b,d'],
    ['a label that is not there', { severity: 'warning' }, 'e'],
    ['what is excluded', { severity: 'warning', team: 'x' }, 'root'],
  ])('%s', async (_, labels, expected) => {
    const words = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
    const config = `--config.file=${join(folder, 'a.yml')}`;
    const run = await runTool(amtool, ['config', 'routes', 'test', config, ...words]);
    expect(run.stdout.trim()).toBe(expected);
    expect(receiversOf(labels, alertmanager ?? never()).join(',')).toBe(expected);
  });
});
