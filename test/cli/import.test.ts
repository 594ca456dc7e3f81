import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Io } from '../../lib/cli/io.ts';
import { main } from '../../lib/cli/main.ts';
import { folderTree } from './folder-tree.ts';

const FIXTURES = path.resolve('test/import/dashboard/fixtures');
let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'dashc-import-'));
  mkdirSync(path.join(root, 'systems'));
  cpSync(FIXTURES, path.join(root, 'boards'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const io: Io = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    flush: async () => undefined,
    input: Readable.from([]),
    cwd: root,
    color: { out: false, err: false },
    elapsed: () => 0,
  };
  return { code: await main(args, io), out, err };
}

const IMPORT = ['import', 'dashboard', 'boards', '--system', 'shop'] as const;
const BOARD = 'dashboards/shop/shop-orders.ts';

describe('dashc import dashboard', () => {
  it('writes a system with its dashboards, and a receipt', async () => {
    const { code, out } = await run(...IMPORT);
    expect(code).toBe(0);
    expect(out).toContain(
      `imported  boards/shop-orders.json: ${BOARD}: 5 panels, 5 typed queries, 6 variables`,
    );
    expect(out).toContain('  raw     panel "CPU": `graph` is no panel type that dashc has');
    expect(out).toContain(`new       ${BOARD}`);
    expect(out).toMatch(/2 sources imported: 5 files written, \d+ kept raw\n$/);
    expect(Object.keys(folderTree(root)).filter((file) => !file.startsWith('boards/'))).toEqual([
      'dashboards/shop/old-rows.ts',
      BOARD,
      'systems/shop/index.ts',
      'systems/shop/metrics.ts',
      'systems/shop/stack.ts',
    ]);
  });

  it('changes nothing the second time', async () => {
    await run(...IMPORT);
    const before = folderTree(root);
    const { code, out } = await run(...IMPORT);
    expect(code).toBe(0);
    expect(folderTree(root)).toEqual(before);
    expect(out).not.toMatch(/^(?:new|changed|edited)/m);
  });

  it('leaves a file alone that was edited by hand, unless it is forced', async () => {
    await run(...IMPORT);
    const file = path.join(root, BOARD);
    const made = readFileSync(file, 'utf8');
    writeFileSync(file, made.replace("title: 'Shop orders'", "title: 'Orders'"));
    const { code, out } = await run(...IMPORT);
    expect(code).toBe(1);
    expect(out).toContain(`edited    ${BOARD}: it was edited by hand; --force replaces it`);
    expect(readFileSync(file, 'utf8')).toContain("title: 'Orders'");
    expect((await run(...IMPORT, '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  it('imports the others where one file is broken, and says why', async () => {
    writeFileSync(path.join(root, 'boards', 'broken.json'), '{"panels": [');
    const { code, out } = await run(...IMPORT);
    expect(code).toBe(1);
    expect(out).toContain('failed    boards/broken.json');
    expect(out).toContain('it is no JSON: ');
    expect(out).toContain(`new       ${BOARD}`);
  });

  it('refuses what is too large, and what is no text', async () => {
    writeFileSync(path.join(root, 'boards', 'large.json'), ' '.repeat(50 * 1024 * 1024));
    writeFileSync(path.join(root, 'boards', 'binary.json'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    const { code, out } = await run(...IMPORT);
    expect(code).toBe(1);
    expect(out).toContain('it has 50 MB, and the limit is 16 MB');
    expect(out).toContain('it is not text in UTF-8');
  });

  it('prints its receipt as JSON', async () => {
    const { out } = await run(...IMPORT, '--format', 'json');
    const receipt = JSON.parse(out) as Record<string, unknown>;
    expect(receipt).toMatchObject({ lost: 0, failed: 0, skipped: 0 });
  });

  it.each([
    [['import'], 'say what: `dashc import dashboard FILE`'],
    [['import', 'dashbord', 'x'], 'unknown kind of import `dashbord`: did you mean `dashboard`?'],
    [['import', 'dashboard'], 'nothing to import: dashc import dashboard FILE'],
    [['import', 'dashboard', 'boards'], 'name the system: --system my-shop'],
    [['import', 'dashboard', 'boards', '--system', '../x'], '`../x` is no name of a system'],
    [['import', 'dashboard', 'nowhere', '--system', 'shop'], 'there is no file `nowhere`'],
  ])('%j is a question', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('dashc import --verify', () => {
  it('compares with the originals, and writes nothing', async () => {
    const before = folderTree(root);
    const { code, out } = await run('import', '--verify', 'boards');
    expect(out).toMatch(
      /^lossless {2}boards\/shop-orders\.json \(panels 100\.0 %, fields 99\.0 %/m,
    );
    expect(out).toMatch(/^2 of 2 files lossless/m);
    expect(out).toMatch(/^0 type errors/m);
    expect(code).toBe(0);
    expect(folderTree(root)).toEqual(before);
  }, 60_000);

  it('fails for a file that cannot be imported', async () => {
    writeFileSync(path.join(root, 'boards', 'list.json'), '[]');
    const { code, out } = await run('import', 'dashboard', '--verify', 'boards/list.json');
    expect(code).toBe(1);
    expect(out).toContain('it is a list, not a dashboard');
  });
});
