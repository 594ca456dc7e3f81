import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder, SHOP, write } from '../load/project-folder.ts';
import { compileDashc, dashc, stable } from './dashc.ts';
import { folderTree } from './folder-tree.ts';

beforeAll(compileDashc);

const BUILD = ['build', '--no-typecheck'];

function renamed(system: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SHOP).map(([file, text]) => [
      file.replace('/shop/', `/${system}/`),
      text.replaceAll('shop', system),
    ]),
  );
}

describe('dashc build', () => {
  it('prints the files that it writes, and next time none', async () => {
    const cwd = projectFolder(SHOP);
    const first = await dashc(BUILD, { cwd });
    const files = Object.keys(folderTree(path.join(cwd, 'build')));
    expect(first.code).toBe(0);
    expect(first.out.trimEnd().split('\n').sort()).toEqual(
      files.map((file) => `wrote build/${file}`).sort(),
    );
    expect(files).toContain('shop/grafana/dashboards/overview.json');
    expect(stable(first.err)).toBe(`${files.length} changes, 0 files as before (… ms)\n`);

    const second = await dashc(BUILD, { cwd });
    expect({ ...second, err: stable(second.err) }).toEqual({
      code: 0,
      out: '',
      err: `0 changes, ${files.length} files as before (… ms)\n`,
    });
  });

  it('writes only what changed', async () => {
    const cwd = projectFolder(SHOP);
    await dashc(BUILD, { cwd });
    const text = SHOP['dashboards/shop/overview.ts'] ?? '';
    write(cwd, { 'dashboards/shop/overview.ts': text.replace("'Overview'", "'All of it'") });
    const { out } = await dashc(BUILD, { cwd });
    expect(out).toBe('wrote build/shop/grafana/dashboards/overview.json\n');
  });

  it('removes the output of a dashboard that is gone', async () => {
    const cwd = projectFolder(SHOP);
    await dashc(BUILD, { cwd });
    rmSync(path.join(cwd, 'dashboards/shop/overview.ts'));
    const { code, out } = await dashc(BUILD, { cwd });
    expect({ code, out }).toEqual({
      code: 0,
      out: [
        'removed build/shop/grafana/dashboards/overview.json',
        'wrote build/shop/.dashc-manifest.json',
        '',
      ].join('\n'),
    });
  });

  it('removes the output of a system that is gone, and keeps what others wrote', async () => {
    const cwd = projectFolder({ ...SHOP, ...renamed('store'), 'build/store/notes.md': 'mine' });
    await dashc(BUILD, { cwd });
    for (const kind of ['systems', 'dashboards', 'alerts']) {
      rmSync(path.join(cwd, kind, 'store'), { recursive: true });
    }
    expect((await dashc(BUILD, { cwd })).code).toBe(0);
    const left = Object.keys(folderTree(path.join(cwd, 'build')));
    expect(left.filter((file) => file.startsWith('store/'))).toEqual(['store/notes.md']);
    expect(left).toContain('shop/grafana/dashboards/overview.json');
  });

  it('compiles one system, and leaves the others alone', async () => {
    const cwd = projectFolder({ ...SHOP, ...renamed('store') });
    const { code } = await dashc([...BUILD, '--system', 'store'], { cwd });
    expect(code).toBe(0);
    const systems = Object.keys(folderTree(path.join(cwd, 'build'))).map((f) => f.split('/')[0]);
    expect(new Set(systems)).toEqual(new Set(['store']));
  });

  it('writes elsewhere, relative to where it is called', async () => {
    const root = projectFolder(SHOP);
    const cwd = path.join(root, 'dashboards/shop');
    const { code, out } = await dashc([...BUILD, '--out', '../../other'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('wrote other/shop/grafana/dashboards/overview.json\n');
    expect(Object.keys(folderTree(path.join(root, 'other')))).toContain(
      'shop/grafana/dashboards/overview.json',
    );
  });

  it('prints warnings, and writes all the same', async () => {
    const text = (SHOP['dashboards/shop/overview.ts'] ?? '')
      .replace('{ dashboard', '{ promql, dashboard')
      .replace('m.queue_depth', "promql`queue_depth or vector(0)`.legend('{{queue}}')");
    const cwd = projectFolder({ ...SHOP, 'dashboards/shop/overview.ts': text });
    const { code, out, err } = await dashc(BUILD, { cwd });
    expect(code).toBe(0);
    expect(err.match(/^(?:error|warning|info) .*$/gm)).toEqual([
      'warning join/fallback-adds',
      'warning legend/label-impossible',
    ]);
    expect(out).toContain('wrote build/shop/grafana/dashboards/overview.json\n');
  });

  it('checks the types beside it', async () => {
    const config = {
      extends: path.resolve('tsconfig.content.json'),
      compilerOptions: { paths: { dashc: [path.resolve('lib/index.ts')] } },
      include: ['systems', 'dashboards', 'alerts'],
    };
    const cwd = projectFolder({ ...SHOP, 'tsconfig.content.json': JSON.stringify(config) });
    expect(await dashc(['build'], { cwd })).toMatchObject({ code: 0 });
  });
});

describe('dashc build --check', () => {
  it('is content with a build', async () => {
    const cwd = projectFolder(SHOP);
    await dashc(BUILD, { cwd });
    expect(await dashc([...BUILD, '--check'], { cwd })).toMatchObject({ code: 0, out: '' });
  });

  it('says what differs, writes nothing and exits with 4', async () => {
    const cwd = projectFolder(SHOP);
    await dashc(BUILD, { cwd });
    write(cwd, {
      'build/shop/prometheus/prometheus.yml': 'edited',
      'dashboards/shop/new.ts': (SHOP['dashboards/shop/overview.ts'] ?? '').replaceAll(
        'verview',
        'ther',
      ),
    });
    rmSync(path.join(cwd, 'alerts/shop/queue.ts'));
    const before = folderTree(path.join(cwd, 'build'));
    const { code, out } = await dashc([...BUILD, '--check'], { cwd });
    expect({ code, out: out.split('\n').filter((line) => !line.includes('RUNBOOK')) }).toEqual({
      code: 4,
      out: [
        'missing build/shop/grafana/dashboards/new.json',
        'differs build/shop/prometheus/prometheus.yml',
        'unwanted build/shop/prometheus/rules/shop.yml',
        'unwanted build/shop/prometheus/tests/ShopBacklog.test.yml',
        'differs build/shop/.dashc-manifest.json',
        '',
      ],
    });
    expect(folderTree(path.join(cwd, 'build'))).toEqual(before);
  });

  it('exits with 1 where there is an error', async () => {
    const cwd = projectFolder({ ...SHOP, 'dashboards/shop/bad.ts': 'export default 1;' });
    expect(await dashc([...BUILD, '--check'], { cwd })).toMatchObject({ code: 1, out: '' });
  });
});

describe('the same sources', () => {
  it('give the same bytes in another language, time zone, folder and order of files', async () => {
    const files = { ...SHOP, ...renamed('store') };
    const one = projectFolder(files);
    await dashc(BUILD, { cwd: one, env: { LC_ALL: 'C', TZ: 'UTC' } });

    const other = projectFolder({});
    write(other, Object.fromEntries(Object.entries(files).reverse()));
    mkdirSync(path.join(other, 'systems/shop/notes'));
    await dashc(BUILD, {
      cwd: path.join(other, 'systems/shop/notes'),
      env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' },
    });
    expect(folderTree(path.join(other, 'build'))).toEqual(folderTree(path.join(one, 'build')));
  });
});
