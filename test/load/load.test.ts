import { chmodSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { renderText, sortDiagnostics } from '../../lib/diagnostics/index.ts';
import * as authoring from '../../lib/index.ts';
import { load } from '../../lib/load/index.ts';
import { type Files, projectFolder, SHOP, write } from './project-folder.ts';

const DOOR = { file: path.resolve('lib/index.ts'), exports: authoring };

function loaded(files: Files) {
  return load({ root: projectFolder(files), authoring: DOOR });
}

function found(files: Files): string {
  return renderText(loaded({ ...SHOP, ...files }).diagnostics, false);
}

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}

describe('load', () => {
  it('makes a project of the folders', () => {
    const { value, diagnostics, files } = loaded(SHOP);
    expect(diagnostics).toEqual([]);
    expect(files).toBe(5);
    expect(
      value.systems.map(({ name, stack, metrics, dashboards, groups }) => ({
        name,
        stack: stack.title,
        metrics: metrics.map((metric) => metric.name),
        dashboards: dashboards.map((d) => [d.file, d.name, d.value.title]),
        groups: groups.map((g) => [g.file, g.name, g.value.name]),
      })),
    ).toEqual([
      {
        name: 'shop',
        stack: 'Shop',
        metrics: ['requests_total', 'queue_depth'],
        dashboards: [['dashboards/shop/overview.ts', 'overview', 'Overview']],
        groups: [['alerts/shop/queue.ts', 'queue', 'shop']],
      },
    ]);
  });

  it('knows the line of a panel, whatever is called on it', () => {
    const [dashboard] = loaded(SHOP).value.systems[0]?.dashboards ?? [];
    const panels = dashboard?.value.rows[0]?.panels ?? [];
    const places = panels.map((p) => dashboard?.locate?.(p.props.site, [p.props.title]));
    expect(places).toEqual([
      { file: 'dashboards/shop/overview.ts', line: 10, column: 7, path: ['Requests'] },
      { file: 'dashboards/shop/overview.ts', line: 13, column: 7, path: ['Queue'] },
    ]);
  });

  it('names the file of a panel that another file made', () => {
    const { value } = loaded({
      ...SHOP,
      'dashboards/shared/queue.ts': lines(
        "import { timeseries } from 'dashc';",
        '',
        "export const queue = timeseries('Queue', '');",
      ),
      'dashboards/shop/overview.ts': lines(
        "import { dashboard, row } from 'dashc';",
        "import { queue } from '../shared/queue.ts';",
        "export default dashboard({ uid: 'a', title: 'A', rows: [row('', [queue])] });",
      ),
    });
    const [dashboard] = value.systems[0]?.dashboards ?? [];
    const panel = dashboard?.value.rows[0]?.panels[0];
    expect(dashboard?.locate?.(panel?.props.site, [])).toMatchObject({
      file: 'dashboards/shared/queue.ts',
      line: 3,
    });
  });

  it('is frozen', () => {
    const { value } = loaded(SHOP);
    expect([value, value.systems, ...value.systems].every(Object.isFrozen)).toBe(true);
  });

  it('loads one system alone, and does not look at the others', () => {
    const root = projectFolder({ ...SHOP, 'systems/other/index.ts': 'throw new Error("other");' });
    const { value, diagnostics } = load({ root, authoring: DOOR, system: 'shop' });
    expect(value.systems.map(({ name }) => name)).toEqual(['shop']);
    expect(diagnostics).toEqual([]);
  });

  it('starts afresh every time', () => {
    const root = projectFolder(SHOP);
    expect(load({ root, authoring: DOOR }).value.systems[0]?.stack.title).toBe('Shop');
    const stack = SHOP['systems/shop/stack.ts'] ?? '';
    write(root, { 'systems/shop/stack.ts': stack.replace("'Shop'", "'Store'") });
    expect(load({ root, authoring: DOOR }).value.systems[0]?.stack.title).toBe('Store');
  });

  it('ignores what is no content', () => {
    const { value, diagnostics } = loaded({
      ...SHOP,
      'dashboards/shop/notes.md': 'notes',
      'dashboards/shop/types.d.ts': 'export {};',
      'dashboards/shop/parts/rows.ts': 'export const rows = [];',
      'systems/shared/node.ts': 'export const x = 1;',
      'systems/unfinished/README.md': 'soon',
    });
    expect(diagnostics).toEqual([]);
    expect(value.systems[0]?.dashboards.map(({ name }) => name)).toEqual(['overview']);
  });

  it('still loads the files beside a broken one', () => {
    const files = { ...SHOP, 'dashboards/shop/broken.ts': 'throw new Error("no");' };
    const { value } = loaded(files);
    expect(value.systems[0]?.dashboards.map(({ name }) => name)).toEqual(['overview']);
  });

  it('reports a file that everybody imports once', () => {
    const files = { ...SHOP, 'systems/shop/metrics.ts': lines('', 'throw new Error("no");') };
    expect(sortDiagnostics(loaded(files).diagnostics)).toMatchObject([
      { code: 'load/throws', where: { file: 'systems/shop/metrics.ts', line: 2, column: 7 } },
    ]);
  });
});

describe('a broken file', () => {
  it.each([
    {
      name: 'throws',
      text: ['const wanted: string = "x";', '', 'throw new Error(`no ${wanted}`);'],
      expected: [
        'error load/throws',
        '  dashboards/shop/bad.ts:3:7',
        '    throw new Error(`no ${wanted}`);',
        '          ^^^',
        '  the file throws Error: no x',
        '  hint: correct or remove this line: the file has to reach its `export default`',
      ],
    },
    {
      name: 'throws in a function that another file calls',
      text: [
        "import { Duration } from 'dashc';",
        '',
        'function window(text: string) {',
        '  return Duration.of(text);',
        '}',
        "export default window('soon');",
      ],
      expected: [
        'error load/throws',
        '  dashboards/shop/bad.ts:4:19',
        '    return Duration.of(text);',
        '                    ^^',
        '  the file throws RangeError: `soon` is not a duration; write one like `30s`, `5m` or `1h`',
        '  hint: correct or remove this line: the file has to reach its `export default`',
      ],
    },
    {
      name: 'reads a metric that is not there',
      text: [
        "import { m } from '../../systems/shop/index.ts';",
        'const metrics = m as any;',
        'export default metrics.requests_totl.rate();',
      ],
      expected: [
        'error load/throws',
        '  dashboards/shop/bad.ts:3:38',
        '    export default metrics.requests_totl.rate();',
        '                                         ^^^^',
        "  the file throws TypeError: Cannot read properties of undefined (reading 'rate')",
        '  hint: define what stands before `.rate`, or correct its name',
      ],
    },
    {
      name: 'uses what it did not import',
      text: ["export default dashboard({ uid: 'a', title: 'A', rows: [] });"],
      expected: [
        'error load/throws',
        '  dashboards/shop/bad.ts:1:16',
        "    export default dashboard({ uid: 'a', title: 'A', rows: [] });",
        '                   ^^^^^^^^^',
        '  the file throws ReferenceError: dashboard is not defined',
        '  hint: import `dashboard`, or correct its name',
      ],
    },
    {
      name: 'imports a name that dashc does not have',
      text: ["import { timeserie } from 'dashc';", "export default timeserie('A', '');"],
      expected: [
        'error load/throws',
        '  dashboards/shop/bad.ts:2:16',
        "    export default timeserie('A', '');",
        '                   ^^^^^^^^^',
        '  the file throws TypeError: timeserie is not a function',
        '  hint: correct the name `timeserie`: nothing that can be called has it',
      ],
    },
    {
      name: 'throws something that is no error',
      text: ["throw 'nothing';"],
      expected: [
        'error load/throws',
        '  dashboards/shop/bad.ts',
        '  the file throws `nothing`',
        '  hint: correct or remove this line: the file has to reach its `export default`',
      ],
    },
    {
      name: 'exports nothing',
      text: ['export const x = 1;'],
      expected: [
        'error load/no-export',
        '  dashboards/shop/bad.ts:1',
        '  the file has no default export, but has to export a dashboard',
        "  hint: export default dashboard({ uid: '…', title: '…', rows: [ … ] })",
      ],
    },
    {
      name: 'is empty',
      text: [],
      expected: [
        'error load/no-export',
        '  dashboards/shop/bad.ts:1',
        '  the file has no default export, but has to export a dashboard',
        "  hint: export default dashboard({ uid: '…', title: '…', rows: [ … ] })",
      ],
    },
    {
      name: 'exports the wrong thing',
      text: ["import { row } from 'dashc';", '', "export default row('Traffic', []);"],
      expected: [
        'error load/wrong-export',
        '  dashboards/shop/bad.ts:3',
        '  the default export is of kind `row`, not a dashboard',
        "  hint: export default dashboard({ uid: '…', title: '…', rows: [ … ] })",
      ],
    },
    {
      name: 'exports undefined',
      text: ['export default undefined;'],
      expected: [
        'error load/wrong-export',
        '  dashboards/shop/bad.ts:1',
        '  the default export is `undefined`, not a dashboard',
        "  hint: export default dashboard({ uid: '…', title: '…', rows: [ … ] })",
      ],
    },
    {
      name: 'is not TypeScript',
      text: ['export const a = {', '  b: ;', '};'],
      expected: [
        'error load/syntax',
        '  dashboards/shop/bad.ts:2:6',
        '    b: ;',
        '       ^',
        '  this is not TypeScript: Expression expected',
        '  hint: correct what stands at or right before the mark',
      ],
    },
    {
      name: 'declares a name twice',
      text: ['let a = 1;', 'let a = 2;'],
      expected: [
        'error load/syntax',
        '  dashboards/shop/bad.ts:2:1',
        '    let a = 2;',
        '    ^^^',
        "  this is not TypeScript: Identifier 'a' has already been declared",
        '  hint: correct what stands at or right before the mark',
      ],
    },
    {
      name: 'has PromQL that does not parse',
      text: ["import { promql } from 'dashc';", '', 'export default promql`sum(rate(up[5m])`;'],
      expected: ['error promql/syntax', '  dashboards/shop/bad.ts:3:16', '    sum(rate(up[5m])'],
    },
    {
      name: 'imports a file under a wrong name',
      text: ["import { dashboard } from 'dashc';", "import './overvew.ts';"],
      expected: [
        'error load/import',
        '  dashboards/shop/bad.ts:2:9',
        "    import './overvew.ts';",
        '            ^',
        '  `./overvew.ts` does not exist',
        "  hint: import './overview.ts'",
      ],
    },
    {
      name: 'imports without the suffix',
      text: ["import './overview';"],
      expected: [
        'error load/import',
        '  dashboards/shop/bad.ts:1:9',
        "    import './overview';",
        '            ^',
        '  `./overview` does not exist',
        "  hint: import './overview.ts'",
      ],
    },
    {
      name: 'imports a package that is not installed',
      text: ["import 'left-pad-of-nobody';"],
      expected: [
        'error load/import',
        '  dashboards/shop/bad.ts:1:9',
        "    import 'left-pad-of-nobody';",
        '            ^^^^',
        '  `left-pad-of-nobody` does not exist',
        '  hint: npm install left-pad-of-nobody',
      ],
    },
  ])('that $name', ({ text, expected }) => {
    const printed = found({ 'dashboards/shop/bad.ts': text.map((l) => `${l}\n`).join('') });
    expect(printed.split('\n').slice(0, expected.length)).toEqual(expected);
  });

  it('that cannot be read', () => {
    const root = projectFolder(SHOP);
    write(root, { 'dashboards/shop/bad.ts': 'export default 1;' });
    chmodSync(path.join(root, 'dashboards/shop/bad.ts'), 0);
    const { diagnostics } = load({ root, authoring: DOOR });
    // The superuser can read everything.
    const code = process.getuid?.() === 0 ? 'load/wrong-export' : 'load/unreadable';
    expect(diagnostics.map((d) => [d.code, d.where.file])).toEqual([
      [code, 'dashboards/shop/bad.ts'],
    ]);
  });

  it('of alerts has to export a rule group', () => {
    expect(found({ 'alerts/shop/bad.ts': 'export default 4;' })).toContain(
      'the default export is of type `number`, not a rule group',
    );
  });

  it('of a system has to export a system', () => {
    expect(found({ 'systems/shop/index.ts': "export { m } from './metrics.ts';" })).toContain(
      'the file has no default export, but has to export a system',
    );
  });

  it('belongs to no system', () => {
    expect(found({ 'dashboards/shp/a.ts': 'export default 4;' })).toBe(
      lines(
        'error load/no-system',
        '  dashboards/shp',
        '  `dashboards/shp` belongs to no system',
        '  hint: create `systems/shp/index.ts`',
      ),
    );
  });

  it('names its stack otherwise than its folder', () => {
    const stack = SHOP['systems/shop/stack.ts'] ?? '';
    expect(found({ 'systems/shop/stack.ts': stack.replace("name: 'shop'", "name: 'store'") })).toBe(
      lines(
        'error stack/name',
        '  systems/shop/stack.ts:4:3 › stack shop › name',
        '  the stack is named `store`, but its folder is `systems/shop`',
        "  hint: name: 'shop'",
      ),
    );
  });
});
