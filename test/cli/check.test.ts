import { existsSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder, SHOP } from '../load/project-folder.ts';
import { compileDashc, dashc, stable } from './dashc.ts';

beforeAll(compileDashc);

const CHECK = ['check', '--no-typecheck'];
const BAD = (SHOP['dashboards/shop/overview.ts'] ?? '')
  .replace('{ dashboard', '{ promql, dashboard')
  .replace('m.queue_depth', 'promql`sum by (queu) (queue_depth)`');
const UNUSED = (SHOP['dashboards/shop/overview.ts'] ?? '')
  .replace('{ dashboard', '{ textVariable, dashboard')
  .replace("title: 'Overview',", "title: 'Overview', variables: [textVariable('x', {})],");

describe('dashc check', () => {
  it('prints nothing where there is nothing, and writes nothing', async () => {
    const cwd = projectFolder(SHOP);
    const ended = await dashc(CHECK, { cwd });
    expect({ ...ended, err: stable(ended.err) }).toEqual({
      code: 0,
      out: '',
      err: '5 files, 3 expressions: 0 errors, 0 warnings (… ms)\n',
    });
    expect(existsSync(path.join(cwd, 'build'))).toBe(false);
  });

  it('prints what it finds as its result', async () => {
    const cwd = projectFolder({ ...SHOP, 'dashboards/shop/overview.ts': BAD });
    const ended = await dashc(CHECK, { cwd });
    expect({ ...ended, err: stable(ended.err) }).toEqual({
      code: 1,
      out: [
        'error promql/unknown-label',
        '  dashboards/shop/overview.ts:13:7 › dashboard shop-overview › panel "Queue" › query A',
        '    sum by (queu) (queue_depth)',
        '    ^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '  `sum` groups by `queu`, which none of its series has: `queue_depth` has no such label',
        '  hint: `queue`',
        '',
      ].join('\n'),
      err: '5 files, 3 expressions: 1 error, 0 warnings (… ms)\n',
    });
  });

  it('prints JSON for machines', async () => {
    const cwd = projectFolder({ ...SHOP, 'dashboards/shop/overview.ts': BAD });
    const { code, out, err } = await dashc([...CHECK, '--format', 'json'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        {
          code: 'promql/unknown-label',
          severity: 'error',
          message:
            '`sum` groups by `queu`, which none of its series has: `queue_depth` has no such label',
          hint: '`queue`',
          docs: 'docs/checks/promql-unknown-label.md',
          where: {
            file: 'dashboards/shop/overview.ts',
            line: 13,
            column: 7,
            path: ['dashboard shop-overview', 'panel "Queue"', 'query A'],
          },
        },
      ],
      summary: {
        files: 5,
        expressions: 3,
        errors: 1,
        warnings: 0,
        infos: 0,
        milliseconds: expect.any(Number) as number,
      },
    });
  });

  it('prints JSON where there is nothing', async () => {
    const { out } = await dashc([...CHECK, '--format', 'json'], { cwd: projectFolder(SHOP) });
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [], summary: { files: 5, errors: 0 } });
  });

  it('looks at one system only', async () => {
    const cwd = projectFolder({ ...SHOP, 'systems/other/index.ts': 'throw new Error("x");' });
    expect(await dashc([...CHECK, '--system', 'shop'], { cwd })).toMatchObject({ code: 0 });
    expect(await dashc([...CHECK, '--system', 'other'], { cwd })).toMatchObject({ code: 1 });
  });

  it.each([
    ['a code', ['--skip', 'promql/unknown-label'], 0],
    ['a family', ['--skip', 'promql'], 0],
    ['another family', ['--skip', 'unit,legend'], 1],
    ['only a code', ['--only', 'promql/unknown-label'], 1],
    ['only another code', ['--only', 'unit/mismatch'], 0],
  ])('chooses findings: %s', async (_, args, code) => {
    const cwd = projectFolder({ ...SHOP, 'dashboards/shop/overview.ts': BAD });
    expect(await dashc([...CHECK, ...args], { cwd })).toMatchObject({ code });
  });

  it('refuses to choose what does not exist', async () => {
    const cwd = projectFolder(SHOP);
    expect(await dashc([...CHECK, '--skip', 'promql/unknwn-label'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'dashc: unknown code `promql/unknwn-label`: did you mean `promql/unknown-label`?\n',
    });
  });

  it('fails on less than an error where it is told to', async () => {
    const cwd = projectFolder({ ...SHOP, 'dashboards/shop/overview.ts': UNUSED });
    expect(await dashc(CHECK, { cwd })).toMatchObject({ code: 0 });
    expect(await dashc([...CHECK, '--fail-on', 'warning'], { cwd })).toMatchObject({ code: 1 });
  });

  it.each([
    ['github', /^::error file=dashboards\/shop\/overview\.ts,line=13,col=7,title=promql/],
    ['sarif', /^\{\n {2}"\$schema"/],
    ['junit', /^<\?xml/],
  ])('prints %s', async (format, start) => {
    const cwd = projectFolder({ ...SHOP, 'dashboards/shop/overview.ts': BAD });
    const { code, out } = await dashc([...CHECK, '--format', format], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(start);
  });

  it('leaves out what is allowed, as long as it is', async () => {
    const index = SHOP['systems/shop/index.ts'] ?? '';
    const allowed = (until: string) => ({
      ...SHOP,
      'dashboards/shop/overview.ts': BAD,
      'systems/shop/index.ts': index.replace(
        'defineSystem({',
        `defineSystem({ allow: [{ code: 'promql/unknown-label', path: ['panel "Queue"'], reason: 'known', until: '${until}' }],`,
      ),
    });
    const now = await dashc(CHECK, { cwd: projectFolder(allowed('2999-01-01')) });
    expect(now).toMatchObject({ code: 0, out: '' });
    const later = await dashc(CHECK, { cwd: projectFolder(allowed('2020-01-01')) });
    expect(later.out).toContain(
      'error allow/expired\n  systems/shop/index.ts › system shop › allow promql/unknown-label\n',
    );
  });

  it('points at a route in the stack, whatever file it stands in', async () => {
    const stack = SHOP['systems/shop/stack.ts'] ?? '';
    const cwd = projectFolder({
      ...SHOP,
      'systems/shop/stack.ts': stack
        .replace("from 'dashc';", "from 'dashc';\n\nimport { alertmanager } from './notify.ts';")
        .replace('  jobs:', '  alertmanager,\n  jobs:'),
      'systems/shop/notify.ts': `export const alertmanager = {
  version: '0.27.0',
  receivers: { all: { webhook: { url: 'http://hook:80' } } },
  route: {
    receiver: 'all',
    routes: [
      { match: { team: 'mail' }, receiver: 'all' },
    ],
  },
};
`,
    });
    const only = ['--only', 'alertmanager/impossible-label'];
    const { out } = await dashc([...CHECK, ...only], { cwd });
    expect(out.split('\n').slice(0, 3)).toEqual([
      'warning alertmanager/impossible-label',
      '  systems/shop/notify.ts:7:7 › stack shop › alertmanager.route.routes.0',
      '  a route needs `team`, which no alert of this system carries',
    ]);
  });
});
