import { readFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { addScripts } from '../../lib/cli/init/index.ts';
import { projectFolder } from '../load/project-folder.ts';
import { compileDashc, dashc } from './dashc.ts';
import { folderTree } from './folder-tree.ts';

beforeAll(compileDashc, 60_000);

describe('dashc init', () => {
  it('writes a project whose dashboards and alerts are without findings', async () => {
    const cwd = projectFolder({ 'package.json': '{ "name": "shop" }' });
    const { code, out } = await dashc(['init', 'my-shop'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('wrote dashboards/my-shop/overview.ts\n');
    const check = await dashc(['check', '--no-typecheck', '--fail-on', 'warning'], { cwd });
    expect(check).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse(readFileSync(path.join(cwd, 'package.json'), 'utf8'))).toMatchObject({
      name: 'shop',
      scripts: { build: 'dashc build' },
    });
  });

  it('keeps settings that are there', async () => {
    const cwd = projectFolder({ 'package.json': '{}', '.gitignore': 'mine\n' });
    const { out } = await dashc(['init'], { cwd });
    expect(out).toContain('kept .gitignore\n');
    expect(readFileSync(path.join(cwd, '.gitignore'), 'utf8')).toBe('mine\n');
  });

  it.each([
    { title: 'no package.json', files: {}, args: [], says: 'there is no package.json here' },
    {
      title: 'a package.json that is not JSON',
      files: { 'package.json': '{' },
      args: [],
      says: 'package.json is not JSON',
    },
    {
      title: 'a project',
      files: { 'package.json': '{}', 'alerts/a.ts': '' },
      args: [],
      says: 'there is a project here already: `alerts`',
    },
    {
      title: 'another name',
      files: { 'package.json': '{}' },
      args: ['My Shop'],
      says: '`My Shop` is no name of a system',
    },
    {
      title: 'a path as a name',
      files: { 'package.json': '{}' },
      args: ['../shop'],
      says: '`../shop` is no name of a system',
    },
  ])('writes nothing where there is $title', async ({ files, args, says }) => {
    const cwd = projectFolder(files);
    const { code, err } = await dashc(['init', ...args], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(folderTree(cwd)).toEqual(files);
  });
});

describe('addScripts', () => {
  it.each([
    { title: 'none', before: {}, after: { build: 'b' } },
    { title: 'others', before: { lint: 'l' }, after: { build: 'b', lint: 'l' } },
    { title: 'one of that name', before: { build: 'mine' }, after: { build: 'mine' } },
  ])('adds to $title', ({ before, after }) => {
    const text = addScripts(JSON.stringify({ scripts: before }), { build: 'b' });
    expect(JSON.parse(text ?? '')).toEqual({ scripts: after });
  });

  it("replaces npm's own test, which only fails", () => {
    const scripts = { test: 'echo "Error: no test specified" && exit 1' };
    const text = addScripts(JSON.stringify({ scripts }), { test: 't' });
    expect(JSON.parse(text ?? '')).toEqual({ scripts: { test: 't' } });
  });

  it.each(['[]', 'null', '1', '{'])('refuses %s', (text) => {
    expect(addScripts(text, {})).toBeUndefined();
  });
});
