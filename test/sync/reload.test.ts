import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { freePort } from '../../lib/prove/workplace/index.ts';
import { compileDashc, dashc, type Ended } from '../cli/dashc.ts';
import { projectFolder, SHOP, write } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';
import { alertmanagerPath } from './alertmanager.ts';

const STACK = 'systems/shop/stack.ts';
const ALERTS = 'alerts/shop/queue.ts';

/** The shop with an Alertmanager. */
const PROJECT = {
  ...SHOP,
  [STACK]: (SHOP[STACK] ?? '').replace(
    'datasources: [',
    `alertmanager: { version: '0.27.0', receivers: { team: {} }, route: { receiver: 'team' } },
  datasources: [`,
  ),
};

const running: ChildProcess[] = [];
let searchPath = '';
const ownTools = mkdtempSync('/tmp/dashc-am-');
const tools = { prometheus: '', alertmanager: '' };

beforeAll(async () => {
  compileDashc();
  const checks = await Promise.all([toolPath('promtool'), toolPath('amtool')]);
  searchPath = [...checks.map((tool) => path.dirname(tool)), process.env['PATH']].join(':');
  tools.prometheus = await toolPath('prometheus');
  tools.alertmanager = await alertmanagerPath(ownTools);
}, 60_000);

afterAll(() => rmSync(ownTools, { recursive: true }));

afterEach(async () => {
  await Promise.all(
    running.splice(0).map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      return gone;
    }),
  );
});

/** Starts a server and waits until it is ready. */
async function serve(name: keyof typeof tools, config: string, flags: string[]): Promise<string> {
  const port = await freePort();
  const data = path.join(path.dirname(config), `data-${port}`);
  const listen = [`--web.listen-address=127.0.0.1:${port}`, `--config.file=${config}`];
  running.push(
    spawn(
      tools[name],
      [...listen, `--storage.${name === 'prometheus' ? 'tsdb.' : ''}path=${data}`, ...flags],
      {
        stdio: 'ignore',
      },
    ),
  );
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    const ready = await fetch(`${address}/-/ready`).catch(() => undefined);
    if (ready?.ok === true) return address;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name} does not start`);
}

function prometheus(cwd: string): Promise<string> {
  const config = path.join(cwd, 'served/shop/prometheus/prometheus.yml');
  return serve('prometheus', config, ['--web.enable-lifecycle']);
}

async function rulesOf(address: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/v1/rules`);
  const { data } = (await answer.json()) as {
    data: { groups: { rules: { name: string; duration: number }[] }[] };
  };
  return data.groups.flatMap(({ rules }) => rules.map((rule) => `${rule.name} ${rule.duration}`));
}

/** Also evaluated an hour late, which the Prometheus that runs here is too old for. */
function late(cwd: string): void {
  const text = SHOP[ALERTS] ?? '';
  write(cwd, { [ALERTS]: text.replace('[backlog])', "[backlog], { queryOffset: '1h' })") });
}

/** A promtool that is newer than the Prometheus: it accepts what that refuses. */
function newerPromtool(cwd: string): string {
  const bin = path.join(cwd, 'bin');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'promtool'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  return `${bin}:${searchPath}`;
}

function run(cwd: string, args: string[], PATH = searchPath): Promise<Ended> {
  return dashc([...args, '--no-typecheck'], { cwd, env: { PATH } });
}

describe('sync --reload', () => {
  it('has Prometheus and Alertmanager load what was synced', async () => {
    const cwd = projectFolder(PROJECT);
    expect((await run(cwd, ['sync', 'served'])).code).toBe(0);
    const address = await prometheus(cwd);
    const alertmanager = await serve(
      'alertmanager',
      path.join(cwd, 'served/shop/alertmanager/alertmanager.yml'),
      ['--cluster.listen-address='],
    );
    expect(await rulesOf(address)).toEqual(['ShopBacklog 300']);
    expect((await run(cwd, ['drift', 'served', '--prometheus', address])).code).toBe(0);

    write(cwd, { [ALERTS]: (SHOP[ALERTS] ?? '').replace("'5m'", "'4m'") });
    const drift = await run(cwd, ['drift', 'served', '--prometheus', address]);
    expect(drift.code).toBe(4);
    expect(drift.out).toContain(
      'Prometheus evaluates another group `shop`: `alert ShopBacklog for 240s',
    );

    const servers = ['--prometheus', address, '--alertmanager', alertmanager];
    const { code, err } = await run(cwd, ['sync', 'served', '--reload', ...servers]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^2 changes, 6 files/) });
    expect(await rulesOf(address)).toEqual(['ShopBacklog 240']);
  });

  it('puts the old files back where Prometheus refuses the new ones', async () => {
    const cwd = projectFolder(SHOP);
    await run(cwd, ['sync', 'served']);
    const address = await prometheus(cwd);
    const rules = path.join(cwd, 'served/shop/prometheus/rules/shop.yml');
    const before = readFileSync(rules, 'utf8');
    late(cwd);
    const args = ['sync', 'served', '--reload', '--prometheus', address];
    const { code, err } = await run(cwd, args, newerPromtool(cwd));
    expect(code).toBe(1);
    expect(err).toContain('error sync/not-loaded');
    expect(err).toContain('Prometheus refuses what was synced: failed to reload config');
    expect(err).toContain('the files of before are back in place');
    expect(readFileSync(rules, 'utf8')).toBe(before);
    expect(await rulesOf(address)).toEqual(['ShopBacklog 300']);
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toContain('prometheus_config_last_reload_successful 1');
  });

  it('puts the old files back where nothing listens', async () => {
    const cwd = projectFolder(SHOP);
    const address = `http://127.0.0.1:${await freePort()}`;
    const { code, err } = await run(cwd, ['sync', 'served', '--reload', '--prometheus', address]);
    expect(code).toBe(1);
    expect(err).toContain('this server cannot be asked: nothing listens there');
    const rules = path.join(cwd, 'served/shop/prometheus/rules/shop.yml');
    expect(() => readFileSync(rules)).toThrow('ENOENT');
  });
});

it.each([
  [['--reload'], '`--reload` needs `--prometheus` or `--alertmanager`'],
  [['--prometheus', 'http://localhost:9090'], 'go with `--reload`'],
  [['--reload', '--prometheus', 'localhost:9090'], 'It has to look like http://localhost:9090.'],
])('sync served %j is refused', async (options, says) => {
  const { code, err } = await run(projectFolder(SHOP), ['sync', 'served', ...options]);
  expect(code).toBe(2);
  expect(err).toContain(says);
});
