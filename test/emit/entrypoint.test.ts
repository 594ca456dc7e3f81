import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { defineStack } from '../../lib/catalog/index.ts';
import { alertmanagerEntrypoint } from '../../lib/emit/alertmanager/index.ts';
import { entrypoint, prometheusVariables } from '../../lib/emit/entrypoint.ts';
import { prometheusConfig } from '../../lib/emit/prometheus-config.ts';
import { runTool } from '../../lib/prove/index.ts';
import { observed, observedWith } from './observed.ts';
import { mounted, shop } from './shop.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dashc-entrypoint-'));
  writeFileSync(join(folder, 'entrypoint.sh'), entrypoint(shop));
  writeFileSync(join(folder, 'prom.yml'), prometheusConfig(shop));
  // Stands in for Prometheus: says how it was started.
  writeFileSync(join(folder, 'prometheus'), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(join(folder, 'prometheus'), 0o755);
});

afterEach(() => rmSync(folder, { recursive: true }));

function start(variables: Record<string, string>) {
  const path = `PATH=${folder}:/usr/bin:/bin`;
  const settings = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const script = join(folder, 'entrypoint.sh');
  return runTool('/usr/bin/env', ['-i', path, ...settings, 'sh', script, '--flag=a b']);
}

function rendered() {
  return parse(readFileSync(join(folder, 'prom.rendered.yml'), 'utf8'));
}

describe('the entrypoint', () => {
  it('refuses to start while a required variable is not set, and says which', async () => {
    const run = await start({});
    expect(run).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'entrypoint: API_TARGET is empty; set it as .env.example says\n',
    });
    expect(existsSync(join(folder, 'prom.rendered.yml'))).toBe(false);
  });

  it('refuses to start while a required variable is empty', async () => {
    expect((await start({ API_TARGET: '' })).exitCode).toBe(1);
  });

  it('puts the value in and becomes Prometheus, with its arguments', async () => {
    const run = await start({ API_TARGET: 'api:8080' });
    expect(run.stdout).toBe(`--config.file=${folder}/prom.rendered.yml\n--flag=a b\n`);
    expect(run.exitCode).toBe(0);
    expect(rendered().scrape_configs[1].static_configs[0].targets).toEqual(['api:8080']);
  });

  it('leaves out what an empty variable switches off, and keeps the rest', async () => {
    await start({ API_TARGET: 'api:8080' });
    expect(rendered().remote_write).toBe(null);
    expect(rendered().global.external_labels).toEqual({ cluster: 'production' });
  });

  it('says what it leaves out', async () => {
    const { stderr } = await start({ API_TARGET: 'api:8080' });
    expect(stderr).toBe('entrypoint: PUSH_URL is empty; what needs it is left out\n');
  });

  it('refuses to start with half of what a set variable switches on', async () => {
    const run = await start({ API_TARGET: 'api:8080', PUSH_URL: 'https://push' });
    expect(run).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'entrypoint: PUSH_PASSWORD is empty, but PUSH_URL is not: set both or none\n',
    });
  });

  it('keeps what a set variable switches on', async () => {
    await start({ API_TARGET: 'api:8080', PUSH_URL: 'https://push', PUSH_PASSWORD: 'secret' });
    expect(rendered().remote_write).toEqual([
      { url: 'https://push', basic_auth: { username: 'shop', password: 'secret' } },
    ]);
  });

  it.each([
    ['quotes', `a"b'c`],
    ['backslashes', String.raw`a\b\\n`],
    ['what awk and sed replace with', '&a\\1'],
    ['what YAML reads', ': # - *x {y} [z]'],
    ['a variable', '${API_TARGET} $HOME'],
    ['two lines', 'a\nb'],
  ])('takes %s in a value for itself', async (_, value) => {
    await start({ API_TARGET: 'api:8080', PUSH_URL: 'https://push', PUSH_PASSWORD: value });
    expect(rendered().remote_write[0].basic_auth.password).toBe(value);
  });

  it("leaves relabelling's groups alone", async () => {
    await start({ API_TARGET: 'api:8080' });
    expect(rendered().scrape_configs[1].metric_relabel_configs[0].replacement).toBe('$1');
  });

  it('keeps secrets from other users', async () => {
    await start({ API_TARGET: 'api:8080' });
    expect(statSync(join(folder, 'prom.rendered.yml')).mode & 0o077).toBe(0);
  });

  it('takes a default where there is one', async () => {
    const stack = defineStack({
      ...shop.stack,
      environment: { ...shop.stack.environment, API_TARGET: { help: 'x', default: "it's:80" } },
      jobs: { api: { targets: ['${API_TARGET}'] } },
    });
    const system = { ...shop, stack };
    writeFileSync(join(folder, 'entrypoint.sh'), entrypoint(system));
    writeFileSync(join(folder, 'prom.yml'), prometheusConfig(system));
    expect((await start({})).exitCode).toBe(0);
    expect(rendered().scrape_configs[0].static_configs[0].targets).toEqual(["it's:80"]);
  });

  it('makes `agent.yml` of `agent.yml.tmpl`', async () => {
    const { prometheus } = shop.stack;
    const stack = defineStack({
      ...shop.stack,
      jobs: { api: { targets: ['${API_TARGET}'] } },
      prometheus: { ...prometheus, configFile: 'prometheus/agent.yml.tmpl' },
    });
    const system = { ...shop, stack };
    writeFileSync(join(folder, 'entrypoint.sh'), entrypoint(system));
    writeFileSync(join(folder, 'agent.yml.tmpl'), prometheusConfig(system));
    const run = await start({ API_TARGET: 'api:8080' });
    expect(run.stdout).toBe(`--config.file=${folder}/agent.yml\n--flag=a b\n`);
    expect(existsSync(join(folder, 'agent.yml'))).toBe(true);
  });

  it('is needed only where the configuration has a variable', () => {
    expect(prometheusVariables(shop)).toEqual(['API_TARGET', 'PUSH_URL', 'PUSH_PASSWORD']);
    expect(prometheusVariables(mounted)).toEqual([]);
  });
});

describe("Alertmanager's entrypoint", () => {
  it('needs no channel in particular where one is always there', () => {
    const { alertmanager } = observed.stack;
    expect(alertmanager && alertmanagerEntrypoint(alertmanager, observed)).not.toContain('are all');
  });

  it('refuses to start while every channel is left out', async () => {
    const system = observedWith({
      environment: {
        SLACK_URL: { help: 'Slack.', optional: true },
        PAGER_KEY: { help: 'PagerDuty.', optional: true },
      },
      alertmanager: {
        version: '0.27.0',
        route: { receiver: 'team' },
        receivers: {
          team: {
            slack: { apiUrl: '${SLACK_URL}', channel: '#shop', when: 'SLACK_URL' },
            pagerduty: { routingKey: '${PAGER_KEY}', when: 'PAGER_KEY' },
          },
        },
      },
    });
    const { alertmanager } = system.stack;
    if (alertmanager === undefined) throw new Error('the stack has an Alertmanager');
    writeFileSync(join(folder, 'entrypoint.sh'), alertmanagerEntrypoint(alertmanager, system));
    expect(await start({})).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'entrypoint: SLACK_URL, PAGER_KEY are all empty; set one as .env.example says\n',
    });
  });
});
