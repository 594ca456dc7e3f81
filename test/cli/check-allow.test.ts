import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder, SHOP } from '../load/project-folder.ts';
import { compileDashc, dashc } from './dashc.ts';
import { folderTree } from './folder-tree.ts';

beforeAll(compileDashc);

const UNTIL = 'until 2999-01-01';

const board = (description: string, panelDescription: string) =>
  JSON.stringify(
    {
      uid: 'd',
      title: 'D',
      description,
      panels: [
        {
          title: 'P',
          description: panelDescription,
          type: 'timeseries',
          datasource: { type: 'prometheus' },
          targets: [{ refId: 'A', expr: 'up{a=~"b"}' }],
        },
      ],
    },
    null,
    1,
  );

describe('exceptions in the descriptions of a dashboard', () => {
  it.each([
    {
      name: 'of the dashboard',
      files: { 'd.json': board(`dashc:allow promql/regex-plain -- ours ${UNTIL}`, '') },
      out: [],
    },
    {
      name: 'of the panel',
      files: { 'd.json': board('', `Up.\n\ndashc:allow promql/regex-plain -- ours ${UNTIL}`) },
      out: [],
    },
    {
      name: 'that nothing is found for',
      files: { 'd.json': board(`dashc:allow promql/regex-anchors -- ours ${UNTIL}`, '') },
      out: ['error allow/stale', 'info promql/regex-plain'],
    },
    {
      name: 'that ended',
      files: { 'd.json': board('', 'dashc:allow promql/regex-plain -- ours until 2020-01-01') },
      out: ['error allow/expired', 'info promql/regex-plain'],
    },
    {
      name: 'without a reason',
      files: { 'd.json': board('', 'dashc:allow promql/regex-plain') },
      out: ['error allow/invalid', 'info promql/regex-plain'],
    },
    {
      name: 'of another file',
      files: {
        'd.json': board(`dashc:allow promql/regex-plain -- ours ${UNTIL}`, ''),
        'e.json': board('', ''),
      },
      out: ['info promql/regex-plain'],
    },
  ])('$name', async ({ files, out }) => {
    const cwd = projectFolder(files);
    const args = ['check', '--dashboards', '.', '--only', 'allow,promql'];
    const printed = await dashc(args, { cwd });
    const heads = printed.out.split('\n').filter((line) => /^(error|warning|info) /.test(line));
    expect(heads.sort()).toEqual(out);
  });
});

const ALLOW = "{ code: 'catalog/unused-metric', reason: 'soon', until: '2999-01-01' }";

describe('exceptions in typed sources', () => {
  it.each([
    {
      name: 'a dashboard',
      file: 'dashboards/shop/overview.ts',
      from: "title: 'Overview',",
      to: `title: 'Overview', allow: [${ALLOW}],`,
      at: 'dashboards/shop/overview.ts:5:16 › dashboard shop-overview',
    },
    {
      name: 'a panel',
      file: 'dashboards/shop/overview.ts',
      from: '.width(12)',
      to: `.allow(${ALLOW})`,
      at: 'dashboards/shop/overview.ts:10:7 › dashboard shop-overview › panel "Requests"',
    },
    {
      name: 'an alert',
      file: 'alerts/shop/queue.ts',
      from: "for: '5m',",
      to: `for: '5m', allow: [${ALLOW}],`,
      at: 'alerts/shop/queue.ts:5:17 › alert ShopBacklog',
    },
  ])('of $name that nothing is found for', async ({ file, from, to, at }) => {
    const cwd = projectFolder({ ...SHOP, [file]: (SHOP[file] ?? '').replace(from, to) });
    const { code, out } = await dashc(['check', '--no-typecheck'], { cwd });
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 2)).toEqual(['error allow/stale', `  ${at}`]);
  });

  it('leave no trace in what is built', async () => {
    const file = 'dashboards/shop/overview.ts';
    const plain = (SHOP[file] ?? '')
      .replace('{ dashboard,', '{ dashboard, promql,')
      .replace('.query(m.queue_depth)', '.query(promql`queue_depth{queue=~"mail"}`)');
    const allow = ALLOW.replace('catalog/unused-metric', 'promql/regex-plain');
    const allowing = plain.replace('=~"mail"}`)', `=~"mail"}\`).allow(${allow})`);
    const folders = [plain, allowing].map((text) => projectFolder({ ...SHOP, [file]: text }));
    const built = await Promise.all(
      folders.map(async (cwd) => {
        const { code } = await dashc(['build', '--no-typecheck'], { cwd });
        return { code, tree: folderTree(`${cwd}/build`) };
      }),
    );
    expect(built[0]?.code).toBe(0);
    expect(built[1]).toEqual(built[0]);
  });
});
