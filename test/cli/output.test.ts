import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { MANIFEST, manifestOf, Output } from '../../lib/cli/output/index.ts';
import { projectFolder, write } from '../load/project-folder.ts';
import { folderTree } from './folder-tree.ts';

const A = { path: 'grafana/a.json', text: '{}\n' };
const B = { path: 'prometheus/b.yml', text: 'b: 1\n' };

function build(
  folder: string,
  artifacts: readonly { path: string; text: string; mode?: 0o755 }[],
  { dry = false, system = 'shop' } = {},
) {
  const output = new Output(folder, dry, (file) => path.relative(folder, file));
  output.replace(system, artifacts);
  if (output.diagnostics.length === 0 && !dry) output.commit();
  output.close();
  return {
    changes: output.changes.map(({ kind, file }) => `${kind} ${path.relative(folder, file)}`),
    found: output.diagnostics.map(({ code, where }) => `${code} ${where.file}`),
    unchanged: output.unchanged,
  };
}

describe('a build', () => {
  it('writes the files and a manifest of them', () => {
    const out = path.join(projectFolder({}), 'build');
    expect(build(out, [A, B]).changes).toEqual([
      'new shop/grafana/a.json',
      'new shop/prometheus/b.yml',
      `new shop/${MANIFEST}`,
    ]);
    expect(folderTree(out)).toEqual({
      [`shop/${MANIFEST}`]: manifestOf([A.path, B.path]).text,
      'shop/grafana/a.json': '{}\n',
      'shop/prometheus/b.yml': 'b: 1\n',
    });
  });

  it('writes nothing that is there already', () => {
    const out = projectFolder({});
    build(out, [A, B]);
    const before = statSync(path.join(out, 'shop', A.path)).mtimeMs;
    expect(build(out, [A, B])).toEqual({ changes: [], found: [], unchanged: 3 });
    expect(statSync(path.join(out, 'shop', A.path)).mtimeMs).toBe(before);
  });

  it('replaces what changed, and leaves the manifest as it is', () => {
    const out = projectFolder({});
    build(out, [A, B]);
    expect(build(out, [A, { ...B, text: 'b: 2\n' }])).toEqual({
      changes: ['changed shop/prometheus/b.yml'],
      found: [],
      unchanged: 2,
    });
  });

  it('replaces a file of its own that somebody edited', () => {
    const out = projectFolder({});
    build(out, [A]);
    write(out, { [`shop/${A.path}`]: 'edited' });
    expect(build(out, [A]).changes).toEqual(['changed shop/grafana/a.json']);
  });

  it('removes what it no longer makes, and empty folders', () => {
    const out = projectFolder({});
    build(out, [A, B]);
    expect(build(out, [A]).changes).toEqual([
      'removed shop/prometheus/b.yml',
      `changed shop/${MANIFEST}`,
    ]);
    expect(Object.keys(folderTree(out))).toEqual([`shop/${MANIFEST}`, 'shop/grafana/a.json']);
    expect(existsSync(path.join(out, 'shop/prometheus'))).toBe(false);
  });

  it('removes a system that is gone, but nothing that it did not write', () => {
    const out = projectFolder({});
    build(out, [A, B]);
    write(out, { 'shop/prometheus/notes.md': 'mine' });
    expect(build(out, []).changes).toEqual([
      'removed shop/grafana/a.json',
      'removed shop/prometheus/b.yml',
      `removed shop/${MANIFEST}`,
    ]);
    expect(folderTree(out)).toEqual({ 'shop/prometheus/notes.md': 'mine' });
  });

  it('marks files that are started as executable', () => {
    const out = projectFolder({});
    build(out, [{ ...A, mode: 0o755 }]);
    expect(statSync(path.join(out, 'shop', A.path)).mode & 0o111).toBe(0o111);
    expect(build(out, [A]).changes).toEqual(['changed shop/grafana/a.json']);
    expect(statSync(path.join(out, 'shop', A.path)).mode & 0o111).toBe(0);
  });

  it('removes what a process that died left behind, even when nothing changed', () => {
    const out = projectFolder({});
    build(out, [A]);
    write(out, { '.dashc-999999999/0': 'left over' });
    build(out, [A], { dry: true });
    expect(readdirSync(out).sort()).toEqual(['.dashc-999999999', 'shop']);
    build(out, [A]);
    expect(readdirSync(out)).toEqual(['shop']);
  });

  it('leaves nothing else behind', () => {
    const out = projectFolder({});
    build(out, [A, B]);
    expect(readdirSync(out)).toEqual(['shop']);
  });
});

describe('a file that dashc did not write', () => {
  it('is never replaced', () => {
    const out = projectFolder({ [`shop/${A.path}`]: 'mine' });
    expect(build(out, [A, B])).toMatchObject({ found: [`output/foreign shop/${A.path}`] });
    expect(folderTree(out)).toEqual({ [`shop/${A.path}`]: 'mine' });
  });

  it('is taken over when it is the same', () => {
    const out = projectFolder({ [`shop/${A.path}`]: A.text });
    expect(build(out, [A])).toEqual({ changes: [`new shop/${MANIFEST}`], found: [], unchanged: 1 });
  });

  it('is kept beside those that are removed', () => {
    const out = projectFolder({});
    build(out, [A, B]);
    write(out, { 'shop/grafana/mine.json': 'mine' });
    build(out, [B]);
    expect(Object.keys(folderTree(out))).toContain('shop/grafana/mine.json');
  });

  it('may be a folder', () => {
    const out = projectFolder({ [`shop/${A.path}/x`]: 'mine' });
    expect(build(out, [A, B]).found).toEqual([`output/blocked shop/${A.path}`]);
  });
});

describe('a build that was cut off', () => {
  it('is completed by the next one, even of other contents', () => {
    const out = projectFolder({});
    build(out, [A]);
    // It died after its first file: the manifest of all that it meant to write was there before.
    write(out, {
      [`shop/${MANIFEST}`]: manifestOf([A.path, B.path]).text,
      [`shop/${B.path}`]: 'half',
      '.dashc-999999999/0': 'left over',
    });
    expect(build(out, [A, B]).found).toEqual([]);
    expect(folderTree(out)).toEqual({
      [`shop/${MANIFEST}`]: manifestOf([A.path, B.path]).text,
      [`shop/${A.path}`]: A.text,
      [`shop/${B.path}`]: B.text,
    });
  });
});

describe('an output that cannot be written', () => {
  it.each([
    { name: 'a file in place of the folder', files: { build: 'x' }, found: 'output/unwritable ' },
    {
      name: 'a file in place of the system',
      files: { 'build/shop': 'x' },
      found: 'output/unwritable shop',
    },
    {
      name: 'a manifest with conflict markers',
      files: { [`build/shop/${MANIFEST}`]: '<<<<<<< ours\n' },
      found: `output/manifest shop/${MANIFEST}`,
    },
    {
      name: 'a manifest that points elsewhere',
      files: { [`build/shop/${MANIFEST}`]: '{"files": ["../../precious"]}' },
      found: `output/manifest shop/${MANIFEST}`,
    },
  ])('gives one finding for $name', ({ files, found }) => {
    const folder = projectFolder(files);
    const before = folderTree(folder);
    expect(build(path.join(folder, 'build'), [A, B]).found).toEqual([found]);
    expect(folderTree(folder)).toEqual(before);
  });

  it('is left as it was when another file is in the way', () => {
    const out = projectFolder({});
    build(out, [A]);
    mkdirSync(path.join(out, 'shop', B.path), { recursive: true });
    const before = folderTree(out);
    expect(build(out, [{ ...A, text: 'new\n' }, B]).found).toEqual([
      `output/blocked shop/${B.path}`,
    ]);
    expect(folderTree(out)).toEqual(before);
  });
});

describe('a dry run', () => {
  it('says what differs and changes nothing', () => {
    const out = projectFolder({});
    build(out, [A, B]);
    writeFileSync(path.join(out, 'shop', A.path), 'edited');
    const before = folderTree(out);
    const C = { path: 'c.txt', text: 'c\n' };
    expect(build(out, [A, C], { dry: true }).changes).toEqual([
      'changed shop/grafana/a.json',
      'new shop/c.txt',
      'removed shop/prometheus/b.yml',
      `changed shop/${MANIFEST}`,
    ]);
    expect(folderTree(out)).toEqual(before);
  });
});
