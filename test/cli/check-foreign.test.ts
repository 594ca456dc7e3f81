import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder, SHOP } from '../load/project-folder.ts';
import { compileDashc, dashc, stable } from './dashc.ts';

beforeAll(compileDashc);

const FILES = {
  'rules/a.yaml': [
    'groups:',
    '- name: g',
    '  rules:',
    '  - alert: A',
    '    expr: |',
    '      up == 0',
    '      and on (a) sum by (b) (up)',
    '',
  ].join('\n'),
  'rules/other.yaml': 'kind: Service\n',
  'd.json': JSON.stringify(
    {
      uid: 'd',
      title: 'D',
      panels: [
        {
          title: 'P',
          type: 'graph',
          datasource: { type: 'prometheus' },
          targets: [{ refId: 'A', expr: 'sum by (a) (rate(x_total[5m]))', legendFormat: '{{b}}' }],
        },
      ],
    },
    null,
    2,
  ),
  'metrics.txt': '# TYPE y_total counter\ny_total{b="c"} 1\n',
};

const SILENT = ['--only', 'promql,legend,join', '--format', 'text'];

describe('dashc check of files', () => {
  it('points into rules, without a project', async () => {
    const cwd = projectFolder(FILES);
    const ended = await dashc(['check', '--rules', 'rules', ...SILENT], { cwd });
    expect({ ...ended, err: stable(ended.err) }).toMatchObject({
      code: 1,
      err: '2 files, 1 expression: 1 error, 0 warnings (… ms)\n',
    });
    expect(ended.out.split('\n').slice(0, 2)).toEqual([
      'error join/on-label-impossible',
      '  rules/a.yaml:6:7 › group g › alert A',
    ]);
  });

  it('points into dashboards', async () => {
    const cwd = projectFolder(FILES);
    const { code, out } = await dashc(['check', '--dashboards', '*.json', ...SILENT], { cwd });
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'error legend/label-impossible',
      '  d.json:14:20 › dashboard d › panel "P" › query A',
    ]);
  });

  it('knows which metrics there are where it is told', async () => {
    const cwd = projectFolder(FILES);
    const args = ['check', '--dashboards', 'd.json', '--metrics', 'metrics.txt', ...SILENT];
    const { out } = await dashc(args, { cwd });
    expect(out).toContain('`x_total` is neither declared');
  });

  it('knows what a system of the project declares and records', async () => {
    const rules = [
      'groups:',
      '- name: g',
      '  rules:',
      '  - alert: A',
      '    expr: sum by (queue) (queue_depht) > 10 or sum by (route) (rate(requests_total{code="501"}[5m])) > 1',
      '    for: 5m',
      '',
    ].join('\n');
    const cwd = projectFolder({ ...SHOP, 'rules/a.yaml': rules });
    const ended = await dashc(['check', '--system', 'shop', '--rules', 'rules'], { cwd });
    expect(ended.code).toBe(1);
    expect(ended.out.split('\n').filter((line) => line.startsWith('error '))).toEqual([
      'error promql/impossible-value',
      'error promql/unknown-metric',
    ]);
  });

  it('says what is wrong with the system first', async () => {
    const cwd = projectFolder({
      ...FILES,
      ...SHOP,
      'systems/shop/index.ts': 'export default 1;\n',
    });
    const { code, out } = await dashc(['check', '--system', 'shop', '--rules', 'rules'], { cwd });
    expect({ code, first: out.split('\n')[0] }).toEqual({
      code: 1,
      first: 'error load/throws',
    });
  });

  it.each([
    [
      'metrics of a system and others',
      ['--system', 'shop', '--rules', 'rules', '--metrics', 'metrics.txt'],
      '`--system` and `--metrics` exclude each other',
    ],
    [
      'a system that is not there',
      ['--system', 'shp', '--rules', 'rules'],
      'unknown system `shp`: did you mean `shop`?',
    ],
    ['a name of nothing', ['--rules', 'nothing.yaml'], 'there is no file `nothing.yaml`'],
    [
      'no version',
      ['--rules', 'rules', '--prometheus-version', 'x'],
      '`x` is no version of Prometheus; write one like `2.42`',
    ],
    [
      'metrics alone',
      ['--metrics', 'metrics.txt'],
      '`--metrics` goes with `--rules` or `--dashboards`',
    ],
  ])('refuses %s', async (_, args, message) => {
    const cwd = projectFolder({ ...FILES, ...SHOP });
    const ended = await dashc(['check', ...args], { cwd });
    expect(ended).toEqual({ code: 2, out: '', err: `dashc: ${message}\n` });
  });

  it('leaves out what a comment allows', async () => {
    const comment =
      '# dashc:allow join/on-label-impossible -- until it is rewritten until 2999-01-01';
    const rules = FILES['rules/a.yaml'].replace('  - alert', `  ${comment}\n  - alert`);
    const cwd = projectFolder({ ...FILES, 'rules/a.yaml': rules });
    const ended = await dashc(['check', '--rules', 'rules', ...SILENT], { cwd });
    expect(ended).toMatchObject({ code: 0, out: '' });
  });
});
