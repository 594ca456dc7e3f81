import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder, SHOP } from '../load/project-folder.ts';
import { compileDashc, dashc } from './dashc.ts';

beforeAll(compileDashc);

const BOARD = JSON.stringify({
  uid: 'd',
  title: 'D',
  editable: true,
  panels: [
    {
      title: 'P',
      type: 'timeseries',
      datasource: { type: 'prometheus', uid: 'p' },
      targets: [{ refId: 'A', expr: 'sum(queue_depth{job=~"$job"})' }],
    },
  ],
  templating: {
    list: [
      {
        name: 'job',
        type: 'query',
        query: 'label_values(up, job)',
        refresh: 1,
        multi: true,
        allValue: '.+',
      },
    ],
  },
});

const FILTERS = JSON.stringify([
  { code: 'house/filter-matcher', variables: ['job'] },
  { code: 'house/filter-variable', variables: ['job'] },
]);

/** The codes of the house that are found, sorted. */
async function found(args: readonly string[], files: Readonly<Record<string, string>>) {
  const cwd = projectFolder(files);
  const { code, out, err } = await dashc(['check', '--format', 'json', ...args], { cwd });
  if (code === 2) return { code, err };
  const { diagnostics } = JSON.parse(out) as { readonly diagnostics: readonly { code: string }[] };
  const codes = diagnostics
    .map((each) => each.code)
    .filter((each) => /^(house|allow)\//.test(each));
  return { code, codes: [...new Set(codes)].sort() };
}

describe('rules that are off by default, for files', () => {
  const files = { 'd.json': BOARD, 'house.json': FILTERS };
  const dashboards = ['--dashboards', 'd.json'];

  it.each([
    { name: 'nothing without asking', args: [], codes: [] },
    {
      name: 'all of them',
      args: ['--enable', 'house'],
      codes: [
        'house/datasource-variable',
        'house/editable-dashboard',
        'house/filter-matcher',
        'house/filter-variable',
        'house/fixed-datasource',
        'house/panel-description',
        'house/variable-refresh',
      ],
    },
    {
      name: 'some of them',
      args: ['--enable', 'house/panel-title,house/panel-description'],
      codes: ['house/panel-description'],
    },
    {
      name: 'what is to be seen only',
      args: ['--only', 'house/editable-dashboard,promql'],
      codes: ['house/editable-dashboard'],
    },
    {
      name: 'not what is left out',
      args: ['--enable', 'house/editable-dashboard', '--skip', 'house'],
      codes: [],
    },
    { name: 'settings that a file keeps', args: ['--house', 'house.json'], codes: [] },
  ])('$name', async ({ args, codes }) => {
    expect((await found([...dashboards, ...args], files)).codes).toEqual(codes);
  });

  it.each([
    { name: 'a code', args: ['--enable', 'house/panel-titel'], err: 'did you mean' },
    { name: 'what is on always', args: ['--enable', 'promql'], err: 'off by default' },
    { name: 'no file', args: ['--house', 'none.json'], err: 'cannot be read' },
  ])('refuse $name', async ({ args, err }) => {
    expect(await found([...dashboards, ...args], files)).toEqual({
      code: 2,
      err: expect.stringContaining(err) as string,
    });
  });

  it('an exception from one that is off is not stale', async () => {
    const allowed = BOARD.replace(
      '"title":"P"',
      '"title":"P","description":"dashc:allow house/filter-matcher -- ours until 2999-01-01"',
    );
    const of = (args: readonly string[]) => found([...dashboards, ...args], { 'd.json': allowed });
    expect((await of([])).codes).toEqual([]);
    expect((await of(['--enable', 'house/filter-matcher'])).codes).toEqual([]);
  });
});

describe('rules that are off by default, for typed sources', () => {
  const index = 'systems/shop/index.ts';
  const withHouse = (house: string) => ({
    ...SHOP,
    [index]: (SHOP[index] ?? '').replace('stack,', `stack, house: ${house},`),
  });

  it('the command line turns them on', async () => {
    const args = ['--no-typecheck', '--enable', 'house/editable-dashboard'];
    expect(await found(args, SHOP)).toEqual({ code: 1, codes: ['house/editable-dashboard'] });
    expect(await found(['--no-typecheck'], SHOP)).toEqual({ code: 0, codes: [] });
  });

  it('a system turns them on, for a build too', async () => {
    const files = withHouse("['house/editable-dashboard']");
    expect(await found(['--no-typecheck'], files)).toEqual({
      code: 1,
      codes: ['house/editable-dashboard'],
    });
    const cwd = projectFolder(files);
    const { code, err } = await dashc(['build', '--no-typecheck'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('error house/editable-dashboard');
  });

  it('a system has settings', async () => {
    const files = withHouse("[{ code: 'house/pending-period', of: 'for', atLeast: '1h' }]");
    expect(await found(['--no-typecheck'], files)).toEqual({
      code: 1,
      codes: ['house/pending-period'],
    });
  });

  it('loading refuses what is no rule', async () => {
    const cwd = projectFolder(withHouse("['house/panel-titel']"));
    const { code, out } = await dashc(['check', '--no-typecheck'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('`house/panel-titel` is no rule of the house');
  });
});
