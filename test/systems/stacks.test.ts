import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

import { receiversOf } from '../../lib/emit/alertmanager/index.ts';
import { exampleEnvironment, runTool, type ToolName, type ToolRun } from '../../lib/prove/index.ts';
import { toolPath } from '../tool-path.ts';
import { built, type Built, SYSTEMS } from './stacks/built.ts';
import { COMPOSE_FILE, type ComposeFile } from './stacks/compose-file.ts';
import { requiredSet } from './stacks/settings.ts';

/** Who is told, by the labels that the routes look at. */
const TOLD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  beacon: {
    'severity=critical': 'on-call',
    'severity=warning': 'team',
  },
  fluxbase: {
    'severity=critical': 'slack',
    'severity=warning': 'slack',
  },
  'love-parser': {
    'severity=critical notify_sms=true': 'sms-escalation,pagerduty,email-critical',
    'severity=critical': 'pagerduty,email-critical',
    'severity=warning': 'slack-notifications',
  },
};

const tools = new Map<ToolName, string>();
const systems = new Map<string, Built>();

beforeAll(async () => {
  for (const name of ['promtool', 'amtool'] as const) {
    tools.set(name, await toolPath(name));
  }
  for (const name of SYSTEMS) systems.set(name, await built(name));
});

afterAll(() => {
  for (const { folder } of systems.values()) rmSync(folder, { recursive: true });
});

function system(name: string): Built {
  const found = systems.get(name);
  if (found === undefined) throw new Error(`${name} was not built`);
  return found;
}

function tool(name: ToolName, args: readonly string[], cwd?: string): Promise<ToolRun> {
  return runTool(tools.get(name) ?? '', args, cwd === undefined ? {} : { cwd });
}

/** The rule files of a system. */
function ruleFiles({ files, stack }: Built): readonly string[] {
  const [before = '', after = ''] = stack.prometheus.rulesFile.split('{group}');
  return files.filter((file) => file.startsWith(before) && file.endsWith(after));
}

interface Rule {
  readonly alert?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

function alertsOf(one: Built): readonly Required<Rule>[] {
  const groups = ruleFiles(one).flatMap(
    (file) => (parse(one.read(file)) as { groups: { rules: Rule[] }[] }).groups,
  );
  return groups
    .flatMap(({ rules }) => rules)
    .flatMap(({ alert, labels = {} }) => (alert === undefined ? [] : [{ alert, labels }]));
}

/**
 * Starts a container's entrypoint with `program` replaced by a check of the configuration that it is given. A program
 * without an entrypoint reads the configuration as it is.
 */
async function started(
  one: Built,
  program: 'prometheus' | 'alertmanager',
  configFile: string,
  settings: Readonly<Record<string, string>>,
): Promise<ToolRun> {
  const script = join(
    dirname(configFile),
    program === 'prometheus' ? 'entrypoint.sh' : 'alertmanager-entrypoint.sh',
  );
  const check =
    program === 'prometheus'
      ? ['promtool', 'check', 'config', ...(one.stack.prometheus.agent ? ['--agent'] : [])]
      : ['amtool', 'check-config'];
  const [name, ...args] = check as [ToolName, ...string[]];
  if (!one.files.includes(normalize(script))) return tool(name, [...args, configFile], one.folder);
  const bin = join(one.folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, program),
    `#!/bin/sh\nexec ${tools.get(name)} ${args.join(' ')} "\${1#*=}"\n`,
    {
      mode: 0o755,
    },
  );
  const variables = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  const path = `PATH=${bin}:/usr/bin:/bin`;
  return runTool('/usr/bin/env', ['-i', path, ...variables, 'sh', join(one.folder, script)]);
}

it('finds what was built of every system', () => {
  const declared = readdirSync(join(__dirname, '../../systems')).filter(
    (name) => name !== 'shared',
  );
  expect(SYSTEMS).toEqual(declared.sort());
});

describe.each(SYSTEMS)('%s', (name) => {
  it('has rules that promtool accepts', async () => {
    const one = system(name);
    expect(ruleFiles(one)).not.toEqual([]);
    const run = await tool('promtool', ['check', 'rules', ...ruleFiles(one)], one.folder);
    expect(run).toMatchObject({ exitCode: 0 });
  });

  it('has a test for every alert, and passes them', async () => {
    const one = system(name);
    const tests = one.files.filter((file) => file.endsWith('.test.yml'));
    expect(tests).toHaveLength(alertsOf(one).length);
    const run = await tool('promtool', ['test', 'rules', ...tests], one.folder);
    expect(run).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['everything set', exampleEnvironment],
    ['only what is required set', requiredSet],
  ])('has a configuration that Prometheus accepts, with %s', async (_, settings) => {
    const one = system(name);
    const { configFile } = one.stack.prometheus;
    expect(await started(one, 'prometheus', configFile, settings(one.stack))).toMatchObject({
      exitCode: 0,
    });
  });

  it('has YAML that means the same to YAML 1.1 and 1.2', () => {
    const one = system(name);
    for (const file of one.files.filter((each) => /\.ya?ml(\.tmpl)?$/.test(each))) {
      for (const version of ['1.1', '1.2'] as const) {
        const documents = parseAllDocuments(one.read(file), {
          version,
          strict: true,
          uniqueKeys: true,
        });
        const problems = [...documents].flatMap(({ errors, warnings }) => [...errors, ...warnings]);
        expect(problems, file).toEqual([]);
      }
      expect(parse(one.read(file), { version: '1.1' }), file).toEqual(
        parse(one.read(file), { version: '1.2' }),
      );
    }
  });

  it('declares in its example every variable that its files read, and no other', () => {
    const one = system(name);
    const declared = one.files.includes(one.stack.envFile)
      ? [...one.read(one.stack.envFile).matchAll(/^([A-Z_][A-Z0-9_]*)=/gm)].map(([, each]) => each)
      : [];
    const read = one.files
      .filter((file) => file !== one.stack.envFile && !/\.(json|md|test\.yml)$/.test(file))
      .flatMap((file) => [
        ...one.read(file).matchAll(/(?<!\$)\$\{?([A-Z_][A-Z0-9_]*)|sys\.env\("(\w+)"\)/g),
      ])
      .map(([, variable, ofAlloy]) => variable ?? ofAlloy);
    expect([...new Set(read)].sort()).toEqual([...new Set(declared)].sort());
  });

  it('has a Compose file, if any, whose containers find their files', () => {
    const one = system(name);
    const { compose } = one.stack;
    if (compose === undefined) return;
    const file: ComposeFile = COMPOSE_FILE.parse(parse(one.read(compose.file)));
    const further = Object.keys(compose.services);
    const mounts = Object.entries(file.services)
      .filter(([service]) => !further.includes(service) && service !== 'promtail')
      .flatMap(([, { volumes = [] }]) => volumes)
      .filter((volume) => volume.startsWith('.'))
      .map((volume) => join(one.folder, dirname(compose.file), volume.split(':')[0] ?? ''));
    expect(mounts.filter((mount) => !existsSync(mount))).toEqual([]);
  });

  it('publishes no port but on purpose', () => {
    const one = system(name);
    const { alertmanager, alloy, compose, grafana, loki, prometheus } = one.stack;
    if (compose === undefined) return;
    const wanted = [prometheus, grafana, alertmanager, loki, alloy].flatMap(
      (each) => each?.port ?? [],
    );
    const further = Object.values(compose.services).flatMap(({ ports = [] }) => ports);
    const file: ComposeFile = COMPOSE_FILE.parse(parse(one.read(compose.file)));
    const published = Object.values(file.services).flatMap(({ ports = [] }) => ports);
    expect(published).toHaveLength(wanted.length + further.length);
  });
});

describe.each(Object.keys(TOLD))('Alertmanager of %s', (name) => {
  it.each([
    ['everything set', exampleEnvironment],
    ['no channel set that may be left out', fewestSet],
  ])('accepts its configuration, with %s', async (_, settings) => {
    const one = system(name);
    const configFile = one.stack.alertmanager?.configFile ?? '';
    expect(await started(one, 'alertmanager', configFile, settings(one.stack))).toMatchObject({
      exitCode: 0,
    });
  });

  it('does not start without a secret that it needs', async () => {
    const one = system(name);
    const configFile = one.stack.alertmanager?.configFile ?? '';
    const run = await started(one, 'alertmanager', configFile, {});
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^entrypoint: .+ empty; set (it|one) as \S+ says\n/);
  });

  it('tells of every alert exactly who is wanted', async () => {
    const one = system(name);
    const { alertmanager } = one.stack;
    if (alertmanager === undefined) return;
    await started(one, 'alertmanager', alertmanager.configFile, exampleEnvironment(one.stack));
    const rendered = alertmanager.configFile.replace('.yml', '.rendered.yml');
    for (const { alert, labels } of alertsOf(one)) {
      const looked = ['severity', 'notify_sms'].filter((label) => label in labels);
      const key = looked.map((label) => `${label}=${labels[label]}`).join(' ');
      const all = Object.entries({ ...labels, alertname: alert });
      const run = await tool(
        'amtool',
        ['config', 'routes', 'test', `--config.file=${rendered}`].concat(
          all.map(([label, value]) => `${label}=${value}`),
        ),
        one.folder,
      );
      expect(run.stdout.trim(), `${alert} ${key}`).toBe(TOLD[name]?.[key]);
      expect(receiversOf(Object.fromEntries(all), alertmanager).join(',')).toBe(run.stdout.trim());
    }
  });

  it('has texts that are templates', async () => {
    const one = system(name);
    const texts = templatesIn(one.stack.alertmanager);
    for (const text of texts) {
      const run = await tool('amtool', [
        'template',
        'render',
        `--template.glob=${join(one.folder, 'no.tmpl')}`,
        `--template.text=${text}`,
      ]);
      expect(run, text).toMatchObject({ exitCode: 0 });
    }
  });
});

it('knows who is told for every system with an Alertmanager', () => {
  const those = [...systems.values()].filter(({ stack }) => stack.alertmanager !== undefined);
  expect(those.map((one) => one.name)).toEqual(Object.keys(TOLD));
});

/** What is required; where that is no channel, one of those that may be left out. */
function fewestSet(stack: Built['stack']): Readonly<Record<string, string>> {
  const channels = Object.values(stack.alertmanager?.receivers ?? {}).flatMap((receiver) =>
    Object.values(receiver as Record<string, { readonly when?: string }>),
  );
  const [when = ''] = channels.every((channel) => channel.when !== undefined)
    ? channels.flatMap((channel) => channel.when ?? [])
    : [];
  const chosen = Object.entries(exampleEnvironment(stack)).filter(([name]) => name === when);
  return { ...requiredSet(stack), ...Object.fromEntries(chosen) };
}

function templatesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('{{') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(templatesIn);
}
