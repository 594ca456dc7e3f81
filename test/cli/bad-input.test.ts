import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { type Files, projectFolder, SHOP, write } from '../load/project-folder.ts';
import { compileDashc, dashc } from './dashc.ts';
import { folderTree } from './folder-tree.ts';

beforeAll(compileDashc);

const OVERVIEW = SHOP['dashboards/shop/overview.ts'] ?? '';
const BUILD = ['build', '--no-typecheck'];

/** Builds a valid project, breaks it, and runs once more. */
async function broken(files: Files, args: readonly string[] = BUILD) {
  const root = projectFolder(SHOP);
  await dashc(BUILD, { cwd: root });
  const before = folderTree(path.join(root, 'build'));
  write(root, files);
  const ended = await dashc(args, { cwd: root });
  const intact = JSON.stringify(folderTree(path.join(root, 'build'))) === JSON.stringify(before);
  return { ...ended, intact };
}

describe('one finding, exit 1, the old output as it was', () => {
  it.each([
    {
      name: 'a content file that throws',
      files: { 'dashboards/shop/bad.ts': "\nthrow new Error('no disk');\n" },
      err: [
        'error load/throws',
        '  dashboards/shop/bad.ts:2:7',
        "    throw new Error('no disk');",
        '          ^^^',
        '  the file throws Error: no disk',
        '  hint: correct or remove this line: the file has to reach its `export default`',
      ],
    },
    {
      name: 'a content file that exports nothing',
      files: { 'dashboards/shop/bad.ts': 'export const x = 1;\n' },
      err: [
        'error load/no-export',
        '  dashboards/shop/bad.ts:1',
        '  the file has no default export, but has to export a dashboard',
        "  hint: export default dashboard({ uid: '…', title: '…', rows: [ … ] })",
      ],
    },
    {
      name: 'a content file that exports the wrong thing',
      files: { 'alerts/shop/bad.ts': "\nexport default 'ShopDown';\n" },
      err: [
        'error load/wrong-export',
        '  alerts/shop/bad.ts:2',
        '  the default export is of type `string`, not a rule group',
        "  hint: export default ruleGroup('…', [ … ])",
      ],
    },
    {
      name: 'two dashboards with one uid',
      files: { 'dashboards/shop/second.ts': OVERVIEW.replace("'Overview'", "'Second'") },
      err: [
        'error dashboard/duplicate-uid',
        '  dashboards/shop/second.ts:5:16 › dashboard shop-overview',
        '  `shop-overview` is the uid of `dashboards/shop/overview.ts` already: of two dashboards with one uid, Grafana keeps one',
        "  hint: uid: 'shop-overview-second'",
      ],
    },
    {
      name: 'a uid longer than 40 characters',
      files: {
        'dashboards/shop/overview.ts': OVERVIEW.replace('shop-overview', 'shop-'.repeat(9)),
      },
      err: [
        'error dashboard/uid',
        `  dashboards/shop/overview.ts:5:16 › dashboard ${'shop-'.repeat(9)}`,
        `  \`${'shop-'.repeat(9)}\` has 45 characters, but a uid has 1 to 40 of \`a-z\`, \`A-Z\`, \`0-9\`, \`-\` and \`_\``,
        `  hint: uid: '${'shop-'.repeat(8)}'`,
      ],
    },
    {
      name: 'PromQL that does not parse',
      files: {
        'dashboards/shop/overview.ts': OVERVIEW.replace(
          'm.queue_depth',
          'promql`sum(queue_depth`',
        ).replace('{ dashboard', '{ promql, dashboard'),
      },
      err: ['error promql/syntax', '  dashboards/shop/overview.ts:13:50', '    sum(queue_depth'],
    },
    {
      name: 'a query of a metric that is not declared',
      files: {
        'dashboards/shop/overview.ts': OVERVIEW.replace(
          'm.queue_depth',
          'promql`sum(queue_dept)`',
        ).replace('{ dashboard', '{ promql, dashboard'),
      },
      err: [
        'error promql/unknown-metric',
        '  dashboards/shop/overview.ts:13:7 › dashboard shop-overview › panel "Queue" › query A',
        '    sum(queue_dept)',
        '        ^^^^^^^^^^',
        '  `queue_dept` is neither declared in a catalog nor recorded by a rule',
        '  hint: `queue_depth`',
      ],
    },
    {
      name: 'an output that dashc did not write',
      files: {
        'dashboards/shop/second.ts': OVERVIEW.replaceAll('verview', 'ther'),
        'build/shop/grafana/dashboards/second.json': '{"mine": true}',
      },
      ignoring: 'build/shop/grafana/dashboards/second.json',
      err: [
        'error output/foreign',
        '  build/shop/grafana/dashboards/second.json',
        '  dashc would replace this file, but did not write it',
        '  hint: mv build/shop/grafana/dashboards/second.json build/shop/grafana/dashboards/second.json.mine',
      ],
    },
  ])('for $name', async ({ files, err, ignoring }) => {
    const ended = await broken(files);
    const printed = ended.err.split('\n');
    expect(printed.slice(0, err.length)).toEqual(err);
    expect(ended.err.match(/^(error|warning) /gm)).toHaveLength(1);
    expect(printed.at(-2)).toBe('1 error: nothing was written');
    expect({ code: ended.code, out: ended.out }).toEqual({ code: 1, out: '' });
    expect(ended.err).not.toMatch(/^\s+at /m);
    if (ignoring === undefined) expect(ended.intact).toBe(true);
  });

  it('for an output folder that is a file', async () => {
    const ended = await broken({ elsewhere: 'x' }, [...BUILD, '--out', 'elsewhere']);
    expect(ended).toMatchObject({ code: 1, out: '', intact: true });
    expect(ended.err).toBe(
      [
        'error output/unwritable',
        '  elsewhere',
        '  the output cannot be written: a file stands where a folder has to be (ENOTDIR)',
        '  hint: make it writable, or pass another folder: dashc build --out DIR',
        '1 error: nothing was written',
        '',
      ].join('\n'),
    );
  });

  it('for an output folder without permission', async () => {
    const ended = await broken({}, [...BUILD, '--out', '/proc/dashc']);
    expect(ended).toMatchObject({ code: 1, out: '', intact: true });
    expect(ended.err).toMatch(/^error output\/unwritable\n {2}\/proc\/dashc\n/);
  });

  it('for a type error, while everything else is fine', async () => {
    const config = {
      extends: path.resolve('tsconfig.content.json'),
      compilerOptions: { paths: { dashc: [path.resolve('lib/index.ts')] } },
      include: ['systems', 'dashboards', 'alerts'],
    };
    const ended = await broken(
      {
        'tsconfig.content.json': JSON.stringify(config),
        'dashboards/shop/overview.ts': OVERVIEW.replace(
          ".legend('{{code}}')",
          ".legend('{{cod}}')",
        ),
      },
      ['build'],
    );
    expect(ended).toMatchObject({ code: 1, out: '', intact: true });
    expect(ended.err).toBe(
      [
        'error type/TS2345',
        '  dashboards/shop/overview.ts:11:61',
        "    .query(m.requests_total.rate().sumBy('code').legend('{{cod}}'))",
        '                                                        ^^^^^^^^^',
        '  legend names a label the result does not carry: {{cod}}',
        '1 error: nothing was written',
        '',
      ].join('\n'),
    );
  });
});

describe('a tool that is missing', () => {
  it('is named, with what installs it', async () => {
    const root = projectFolder({ ...SHOP, 'tsconfig.content.json': '{}' });
    const installed = projectFolder({});
    const ended = await dashc(['build'], { cwd: root, bin: withoutNativeCompiler(installed) });
    expect(ended).toEqual({
      code: 1,
      out: '',
      err: [
        'error type/no-compiler',
        '  package.json',
        '  the type check needs the package `typescript-native`, which is not installed',
        '  hint: npm install --save-dev typescript-native@npm:typescript@7.0.2, or pass --no-typecheck',
        '1 error: nothing was written',
        '',
      ].join('\n'),
    });
  });
});

describe('a build that was cut off', () => {
  it('is completed by the next one', async () => {
    const root = projectFolder(SHOP);
    await dashc(BUILD, { cwd: root });
    const whole = folderTree(path.join(root, 'build'));
    rmSync(path.join(root, 'build/shop/grafana'), { recursive: true });
    write(root, { 'build/shop/prometheus/rules/shop.yml': 'groups:\n  - na' });
    mkdirSync(path.join(root, 'build/.dashc-999999999'));
    const ended = await dashc(BUILD, { cwd: root });
    expect(ended.code).toBe(0);
    expect(folderTree(path.join(root, 'build'))).toEqual(whole);
  });
});

describe('usage, exit 2', () => {
  it.each([
    {
      name: 'an unknown command',
      args: ['buidl'],
      err: "error: unknown command 'buidl'\n(Did you mean build?)\n",
    },
    {
      name: 'an unknown flag',
      args: ['build', '--chek'],
      err: "error: unknown option '--chek'\n(Did you mean --check?)\n",
    },
    {
      name: 'an unknown system',
      args: ['build', '--system', 'shp'],
      err: 'dashc: unknown system `shp`: did you mean `shop`?\n',
    },
    {
      name: 'a system that resembles none',
      args: ['check', '--system', 'warehouse'],
      err: 'dashc: unknown system `warehouse`: there are `shop`\n',
    },
    {
      name: 'a missing value',
      args: ['build', '--system'],
      err: "error: option '--system <name>' argument missing\n",
    },
    {
      name: 'an unknown format',
      args: ['check', '--format', 'xml'],
      err: "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, github, sarif, junit.\n",
    },
    {
      name: 'too many arguments',
      args: ['build', 'shop'],
      err: "error: too many arguments for 'build'. Expected 0 arguments but got 1.\n",
    },
    {
      name: 'no expression',
      args: ['promql'],
      err: "dashc: give one expression, or --jsonl: dashc promql 'sum(up)'\n",
    },
  ])('for $name', async ({ args, err }) => {
    expect(await dashc(args, { cwd: projectFolder(SHOP) })).toEqual({ code: 2, out: '', err });
  });

  it('for a folder that is in no project', async () => {
    expect(await dashc(['build'], { cwd: projectFolder({}) })).toEqual({
      code: 2,
      out: '',
      err: 'dashc: no project here: there is no folder `systems` in this folder or above it; create `systems/<name>/index.ts`\n',
    });
  });

  it('for no command at all, with the help', async () => {
    const ended = await dashc([], { cwd: projectFolder({}) });
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('Usage: dashc [options] [command]');
  });
});

/** A copy of the compiled dashc, with all the packages that it needs but one. */
function withoutNativeCompiler(folder: string): string {
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(path.resolve(name), path.join(folder, name), { recursive: true });
  }
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of ['ts-node', '@swc']) {
    symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name));
  }
  return path.join(folder, 'bin/dashc.js');
}
