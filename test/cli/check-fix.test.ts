import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder, SHOP } from '../load/project-folder.ts';
import { compileDashc, dashc } from './dashc.ts';
import { folderTree } from './folder-tree.ts';

beforeAll(compileDashc);

const rules = (matcher: string, name = 'A') =>
  `# ours\ngroups:\n- name: g\n  rules:\n  - alert: ${name}\n    expr: up{${matcher}} == 0\n    for: 5m\n`;

const board = (expr: string, y: number) =>
  JSON.stringify({
    uid: 'd',
    title: 'D',
    panels: [
      { title: 'A', type: 'text', gridPos: { x: 0, y: 0, w: 24, h: 8 } },
      {
        title: 'B',
        type: 'timeseries',
        gridPos: { x: 0, y, w: 24, h: 8 },
        datasource: { type: 'prometheus' },
        targets: [{ refId: 'A', expr }],
      },
    ],
  });

const ALL = ['check', '--rules', '.', '--dashboards', '.'];

describe('dashc check --fix', () => {
  it('fixes until nothing is left, and once more fixes nothing', async () => {
    const cwd = projectFolder({
      'r.yaml': rules('a=~"^b$"'),
      'd.json': board('rate(x_total{a=~"b"}[5m])', 4),
      'good.yaml': rules('c="d"', 'B'),
    });
    const first = await dashc([...ALL, '--fix'], { cwd });
    expect(first.code).toBe(0);
    expect(first.out).toBe('');
    expect(first.err.split('\n').slice(0, -2)).toEqual([
      'fixed d.json: dashboard-file/overlap (1), promql/regex-plain (1), range/fixed-in-panel (1)',
      'fixed r.yaml: promql/regex-anchors (1), promql/regex-plain (1)',
    ]);
    const files = folderTree(cwd);
    expect(files).toEqual({
      'r.yaml': rules('a="b"'),
      'd.json': board('rate(x_total{a="b"}[$__rate_interval])', 8),
      'good.yaml': rules('c="d"', 'B'),
    });
    const second = await dashc([...ALL, '--fix'], { cwd });
    expect(second.err).not.toContain('fixed');
    expect(folderTree(cwd)).toEqual(files);
  });

  it('prints what is left', async () => {
    const cwd = projectFolder({ 'r.yaml': rules('a=~"b", a=~"(?!c)"') });
    const { code, out, err } = await dashc(['check', '--rules', '.', '--fix', '--format', 'json'], {
      cwd,
    });
    expect(code).toBe(1);
    expect(err).toBe('fixed r.yaml: promql/regex-plain (1)\n');
    const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string }[] };
    expect(diagnostics.map((found) => found.code)).toEqual(['promql/regex-invalid']);
    expect(readFileSync(path.join(cwd, 'r.yaml'), 'utf8')).toBe(rules('a="b", a=~"(?!c)"'));
  });

  it('leaves what is allowed, and what was not chosen', async () => {
    const allowed = rules('a=~"b"').replace(
      '  - alert',
      '  # dashc:allow promql/regex-plain -- a test until 2999-01-01\n  - alert',
    );
    const cwd = projectFolder({ 'allowed.yaml': allowed, 'anchors.yaml': rules('a=~"^b.+"', 'B') });
    const { err } = await dashc(
      ['check', '--rules', '.', '--fix', '--skip', 'promql/regex-anchors'],
      { cwd },
    );
    expect(err).not.toContain('fixed');
    expect(folderTree(cwd)).toEqual({
      'allowed.yaml': allowed,
      'anchors.yaml': rules('a=~"^b.+"', 'B'),
    });
  });

  it('does not touch a file that is read-only, or not UTF-8', async () => {
    const cwd = projectFolder({ 'closed.yaml': rules('a=~"b"') });
    const closed = path.join(cwd, 'closed.yaml');
    chmodSync(closed, 0o444);
    const latin = Buffer.from(rules('a=~"b"', 'B').replace('ours', 'für uns'), 'latin1');
    writeFileSync(path.join(cwd, 'latin.yaml'), latin);
    const { code, out } = await dashc(
      ['check', '--rules', '.', '--fix', '--only', 'output,promql/regex-plain'],
      { cwd },
    );
    expect(code).toBe(1);
    expect(out).toContain('`closed.yaml` was not fixed: it is read-only');
    expect(out).toContain('`latin.yaml` was not fixed: it is not UTF-8');
    expect(readFileSync(closed, 'utf8')).toBe(rules('a=~"b"'));
    expect(readFileSync(path.join(cwd, 'latin.yaml')).equals(latin)).toBe(true);
  });

  it('follows links, keeps the mode, and leaves nothing beside the file', async () => {
    const cwd = projectFolder({ 'real.yaml': rules('a=~"b"') });
    const real = path.join(cwd, 'real.yaml');
    chmodSync(real, 0o640);
    mkdirSync(path.join(cwd, 'links'));
    symlinkSync('../real.yaml', path.join(cwd, 'links', 'r.yaml'));
    await dashc(['check', '--rules', 'links/r.yaml', '--fix'], { cwd });
    expect(readFileSync(real, 'utf8')).toBe(rules('a="b"'));
    expect(lstatSync(path.join(cwd, 'links', 'r.yaml')).isSymbolicLink()).toBe(true);
    expect(statSync(real).mode & 0o777).toBe(0o640);
    expect(Object.keys(folderTree(cwd))).toEqual(['real.yaml']);
  });

  it('is for files only', async () => {
    const cwd = projectFolder(SHOP);
    expect(await dashc(['check', '--fix'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'dashc: `--fix` goes with `--rules` or `--dashboards`; in typed sources, type what the hints say\n',
    });
  });
});
