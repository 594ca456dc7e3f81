import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { renderText } from '../../lib/diagnostics/index.ts';
import { startTypeCheck } from '../../lib/load/index.ts';
import { parseTypeErrors } from '../../lib/load/type-check.ts';
import { type Files, projectFolder, SHOP, write } from './project-folder.ts';

const CONFIG = JSON.stringify({
  extends: path.resolve('tsconfig.content.json'),
  compilerOptions: { noEmit: true, paths: { dashc: [path.resolve('lib/index.ts')] } },
  include: ['systems', 'dashboards', 'alerts'],
});

async function typesOf(files: Files): Promise<string> {
  return renderText(await startTypeCheck(projectFolder(files)), false);
}

describe('startTypeCheck', () => {
  it('finds nothing in a valid project', async () => {
    expect(await typesOf({ ...SHOP, 'tsconfig.content.json': CONFIG })).toBe('');
  });

  it('says where a type is wrong, and what was meant', async () => {
    const text = SHOP['dashboards/shop/overview.ts'] ?? '';
    const wrong = text.replace('m.queue_depth', 'm.queue_dept');
    const files = {
      ...SHOP,
      'dashboards/shop/overview.ts': wrong,
      'tsconfig.content.json': CONFIG,
    };
    expect(await typesOf(files)).toBe(
      [
        'error type/TS2551',
        '  dashboards/shop/overview.ts:13:52',
        "    timeseries('Queue', 'Jobs waiting.').query(m.queue_dept),",
        '                                                 ^^^^^^^^^^',
        '  no metric `queue_dept` is declared',
        '  hint: `queue_depth`',
        '',
      ].join('\n'),
    );
  });

  it('prints a refusal of ours as its sentence', async () => {
    const text = SHOP['dashboards/shop/overview.ts'] ?? '';
    const wrong = text.replace("legend('{{code}}')", "legend('{{method}}')");
    const files = {
      ...SHOP,
      'dashboards/shop/overview.ts': wrong,
      'tsconfig.content.json': CONFIG,
    };
    expect(await typesOf(files)).toContain(
      '\n  legend names a label the result does not carry: {{method}}\n',
    );
  });

  it('finds the same again, with what it kept from the time before', async () => {
    const metrics = SHOP['systems/shop/metrics.ts'] ?? '';
    const root = projectFolder({
      ...SHOP,
      'systems/shop/metrics.ts': metrics.replace('queue_depth', 'queue_size'),
      'tsconfig.content.json': CONFIG,
      'node_modules/README': '',
    });
    const first = await startTypeCheck(root);
    expect(first.map((d) => d.code)).toContain('type/TS2339');
    expect(await startTypeCheck(root)).toEqual(first);
    write(root, SHOP);
    expect(await startTypeCheck(root)).toEqual([]);
    write(root, { 'systems/shop/metrics.ts': metrics.replace('queue_depth', 'queue_size') });
    expect(await startTypeCheck(root)).toEqual(first);
  });

  it('does not pass silently without a configuration', async () => {
    expect(await typesOf(SHOP)).toContain(
      'error type/no-config\n  tsconfig.content.json\n  the type check needs `tsconfig.content.json`, which does not exist\n  hint: create it, or pass --no-typecheck:',
    );
  });

  it('does not pass silently when the compiler fails', async () => {
    const files = { ...SHOP, 'tsconfig.content.json': '{ "include": ["nowhere"] }' };
    expect(await typesOf(files)).toContain('error type/TS18003\n  tsconfig.content.json\n');
  });
});

describe('parseTypeErrors', () => {
  it.each([
    { name: 'nothing', output: '', found: [] },
    {
      name: 'an error without a place',
      output: "error TS5023: Unknown compiler option 'strickt'.",
      found: [['type/TS5023', "Unknown compiler option 'strickt'", undefined]],
    },
    {
      name: 'an error, its explanation left out',
      output:
        "a.ts(1,2): error TS2322: Type 'A' is not assignable to type 'B'.\n  Property 'x' is missing.",
      found: [['type/TS2322', "Type 'A' is not assignable to type 'B'", undefined]],
    },
    {
      name: 'what was meant',
      output: "a.ts(1,2): error TS2551: Property 'a' does not exist on type 'M'. Did you mean 'b'?",
      found: [['type/TS2551', "Property 'a' does not exist on type 'M'", '`b`']],
    },
    {
      name: 'a sentence of ours with its details',
      output:
        'a.ts(1,2): error TS2345: Argument of type \'Vec<"a">\' is not assignable to parameter of type \'number | TypeError<"label sets differ", "only left: a" | "only right: b">\'.',
      found: [['type/TS2345', 'label sets differ: only left: a, only right: b', undefined]],
    },
  ])('reads $name', ({ output, found }) => {
    const root = projectFolder({ 'a.ts': 'let a = 1;\n' });
    expect(parseTypeErrors(output, root).map((d) => [d.code, d.message, d.hint])).toEqual(found);
  });
});
