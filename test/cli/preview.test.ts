import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { projectFolder, write } from '../load/project-folder.ts';
import { ask } from '../preview/ask.ts';
import { Told } from '../preview/told.ts';
import { BIN, compileDashc, dashc } from './dashc.ts';
import { toolsOnPath, WORLD } from './verify-shop.ts';

const SOURCE = 'dashboards/shop/overview.ts';

/** Of the type check, with the declarations of the sources as they are. */
const CONFIG = JSON.stringify({
  extends: path.resolve('tsconfig.content.json'),
  compilerOptions: { paths: { dashc: [path.resolve('lib/index.ts')] } },
  include: ['systems', 'dashboards', 'alerts'],
});

let tools: Readonly<Record<string, string>>;
let cwd: string;
let temporary: string;
let child: ChildProcess;
let ended: Promise<number | null>;
let said: string;
let told: Told | undefined;

beforeAll(async () => {
  compileDashc();
  tools = await toolsOnPath();
}, 120_000);

beforeEach(() => {
  cwd = projectFolder({ ...WORLD, 'package-lock.json': '{}' });
  mkdirSync(path.join(cwd, 'node_modules'));
  temporary = mkdtempSync(path.join(tmpdir(), 'dashc-preview-'));
});

afterEach(() => {
  told?.end();
  child.kill('SIGKILL');
  rmSync(temporary, { recursive: true, force: true });
});

/** Starts it, and waits until it has said what it thinks of the sources as they are. */
async function start(...args: readonly string[]): Promise<string> {
  const url = await startAtOnce(...args);
  await until(() => said.includes('0 findings\n'));
  return url;
}

/** Starts it, and waits for the address. */
async function startAtOnce(...args: readonly string[]): Promise<string> {
  child = spawn(process.execPath, [BIN, 'preview', ...args], {
    cwd,
    env: { ...process.env, ...tools, NO_COLOR: '1', TMPDIR: temporary },
  });
  said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  ended = new Promise((resolve) => child.once('close', resolve));
  const address = () => /^(http:\/\/127\.0\.0\.1:\d+)\n/m.exec(said)?.[1];
  await until(() => address() !== undefined);
  return address() ?? said;
}

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !condition() && Date.now() < end;) await sleep(5);
  expect(condition(), said).toBe(true);
}

/** Command lines of the programs that work in our folder. */
function processes(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(temporary));
}

function titled(title: string): string {
  return (WORLD[SOURCE] ?? '').replace("'Overview'", `'${title}'`);
}

const hasTitle = (title: string) => (state: Told['states'][number]) =>
  state.systems[0]?.dashboards[0]?.title === title;

const isWrong = ({ diagnostics }: Told['states'][number]) => diagnostics.length > 0;

describe('follows saves', { timeout: 60_000 }, () => {
  it('shows them, and says what is wrong', async () => {
    const url = await start('--no-typecheck');
    told = new Told(url);
    await told.first(hasTitle('Overview'));

    write(cwd, { [SOURCE]: titled('Saved') });
    await told.first(hasTitle('Saved'));

    write(cwd, { [SOURCE]: titled('Broken').replace('rows:', 'rows') });
    const broken = await told.first(isWrong);
    expect(broken.diagnostics).toMatchObject([{ code: 'load/syntax', severity: 'error' }]);
    expect(broken.diagnostics[0]?.place).toMatch(/^dashboards\/shop\/overview\.ts:\d+:\d+/);
    expect(broken.systems[0]?.dashboards).toMatchObject([{ title: 'Saved' }]);

    write(cwd, { [SOURCE]: titled('Mended') });
    expect((await told.first(hasTitle('Mended'))).diagnostics).toEqual([]);
  });

  it('shows them at once, and says a moment later what types and analysis find', async () => {
    write(cwd, { 'tsconfig.content.json': CONFIG });
    const url = await start();
    told = new Told(url);
    await told.first(hasTitle('Overview'));

    // Only the types and the analysis know the labels, and only the analysis knows what is behind `never`.
    write(cwd, { [SOURCE]: titled('Mistyped').replace('{{code}}', '{{nobody}}') });
    expect((await told.first(hasTitle('Mistyped'))).diagnostics).toEqual([]);
    const mistyped = await told.first(isWrong);
    expect(mistyped.diagnostics.map(({ code }) => code.split('/')[0])).toEqual(['type']);
    expect(mistyped.diagnostics[0]?.message).toContain('label the result does not carry');

    write(cwd, { [SOURCE]: titled('Hidden').replace("'{{code}}'", "'{{nobody}}' as never") });
    expect((await told.first(hasTitle('Hidden'))).diagnostics).toEqual([]);
    const hidden = await told.first((state) => hasTitle('Hidden')(state) && isWrong(state));
    expect(hidden.diagnostics.map(({ code }) => code)).toEqual(['legend/label-impossible']);

    write(cwd, { [SOURCE]: titled('Mended') });
    expect((await told.first(hasTitle('Mended'))).diagnostics).toEqual([]);
    await until(() => said.endsWith('0 findings\n'));
  });

  it.each([
    ['refused while it is loaded', 'tags: 5 as never, rows: [', 'load/throws'],
    ['loaded', 'rows: [7 as never,', 'preview/not-compiled'],
  ])('survives values of other types than promised, %s', async (_where, rows, code) => {
    const url = await start('--no-typecheck');
    told = new Told(url);
    write(cwd, { [SOURCE]: titled('Wrong').replace('rows: [', rows) });
    const { diagnostics, systems } = await told.first(isWrong);
    expect(diagnostics).toMatchObject([{ code, severity: 'error' }]);
    expect(systems[0]?.dashboards).toMatchObject([{ title: 'Overview' }]);

    write(cwd, { [SOURCE]: titled('Mended') });
    expect((await told.first(hasTitle('Mended'))).diagnostics).toEqual([]);
  });

  it('the last of two saves within 30 ms', async () => {
    const url = await start('--no-typecheck');
    told = new Told(url);
    for (const pause of [1, 5, 10, 20, 30]) {
      write(cwd, { [SOURCE]: titled(`First before ${pause} ms`) });
      await sleep(pause);
      write(cwd, { [SOURCE]: titled(`Second after ${pause} ms`) });
      await told.first(hasTitle(`Second after ${pause} ms`));
    }
  });

  it('a save right after the address is printed', async () => {
    const url = await startAtOnce('--no-typecheck');
    write(cwd, { [SOURCE]: titled('Saved') });
    told = new Told(url);
    await told.first(hasTitle('Saved'));
  });

  it('an editor that writes another file, and renames it over the source', async () => {
    const url = await start('--no-typecheck');
    told = new Told(url);
    // It is another file each time: who watches the first one sees no second save.
    for (const title of ['First', 'Second', 'Third']) {
      write(cwd, { [`${SOURCE}~`]: titled(title) });
      renameSync(path.join(cwd, `${SOURCE}~`), path.join(cwd, SOURCE));
      await told.first(hasTitle(title));
    }
  });
});

describe.runIf(process.platform === 'linux')('ends', { timeout: 60_000 }, () => {
  it.each([
    ['SIGINT', 0],
    ['SIGTERM', 0],
    ['SIGKILL', null],
  ] as const)('%s: nothing is left behind', async (signal, code) => {
    const url = await start('--no-typecheck');
    expect((await ask(url, '/api/alerts?system=shop')).status).toBe(200);
    expect(processes().some((line) => line.includes('storage.tsdb.path'))).toBe(true);
    child.kill(signal);
    expect(await ended).toBe(code);
    await until(() => processes().length === 0);
    await until(() => readdirSync(temporary).every((name) => !name.startsWith('dashc-work-')));
  });
});

describe('refuses', () => {
  it.each([
    ['no port', ['--port', 'x'], 'It has to be a number up to 65535'],
    ['too high a port', ['--port', '70000'], 'It has to be a number up to 65535'],
    ['no address', ['--prometheus', 'x'], 'It has to look like http://localhost:9090'],
    ['an unknown system', ['--system', 'shpo'], 'did you mean `shop`?'],
  ])('%s', async (_name, args, message) => {
    const { code, err } = await dashc(['preview', ...args], { cwd, env: tools });
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  it('a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const args = ['preview', '--port', String(port), '--prometheus', 'http://127.0.0.1:9'];
    const { code, err } = await dashc(args, { cwd });
    other.close();
    expect(err).toMatch(new RegExp(`^dashc: cannot listen on port ${port}: .*EADDRINUSE`));
    expect(code).toBe(2);
  });
});
