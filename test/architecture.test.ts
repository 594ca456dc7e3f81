import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { findCycle } from './architecture/find-cycle.ts';
import { importsOf } from './architecture/imports-of.ts';
import { refusals } from './architecture/refusals.ts';

const root = join(__dirname, '..');
const files = repositoryFiles();
const sources = files.filter((file) => file.endsWith('.ts') && !file.startsWith('preview/'));

describe('imports', () => {
  it.each(sources)('%s', (file) => {
    expect(refusals(file, read(file), (path) => files.includes(path))).toEqual([]);
  });

  it('form no cycle', () => {
    expect(findCycle(new Map(sources.map((file) => [file, valueImports(file, read(file))])))).toBe(
      undefined,
    );
  });
});

describe('files', () => {
  it('re-export by name', () => {
    expect(sources.filter((file) => /^export \*/m.test(read(file)))).toEqual([]);
  });

  it('are named after what they export', () => {
    expect(sources.filter(isNamedAfterNothing)).toEqual([]);
  });

  it('stand for themselves', () => {
    // The gate may look beside the repository; a reader of a file has only the repository.
    const readable = files.filter((file) => file !== '.ci/run' && file !== 'package-lock.json');
    expect(readable.filter((file) => namesAnotherPlace(read(file), files))).toEqual([]);
  });
});

describe('the rules', () => {
  const tree = [
    'lib/index.ts',
    'lib/diagnostics/index.ts',
    'lib/diagnostics/site.ts',
    'lib/promql/ast.ts',
    'lib/promql/index.ts',
    'lib/promql/infer/fact.ts',
    'lib/model/index.ts',
    'lib/model/panel/index.ts',
    'lib/model/panel/panel.ts',
    'lib/load/index.ts',
    'lib/analyze/index.ts',
    'lib/analyze/checks/promql-syntax.ts',
    'lib/emit/index.ts',
    'lib/prove/index.ts',
    'systems/shared/node.ts',
    'systems/zander/index.ts',
    'systems/zander/metrics.ts',
    'systems/beacon/index.ts',
    'alerts/zander/queue.ts',
    'alerts/shared/node.ts',
    'dashboards/zander/queue.ts',
    'dashboards/shared/node-row.ts',
  ];

  it.each([
    // Layers.
    ['lib/promql/print.ts', '../diagnostics/index.ts', undefined],
    ['lib/promql/print.ts', '../analyze/index.ts', 'lib/promql may not import lib/analyze'],
    ['lib/diagnostics/site.ts', '../promql/index.ts', 'lib/diagnostics may not import lib/promql'],
    ['lib/prove/alerts.ts', '../emit/index.ts', undefined],
    ['lib/emit/rules.ts', '../prove/index.ts', 'lib/emit may not import lib/prove'],
    ['lib/load/load.ts', '../analyze/index.ts', 'lib/load may not import lib/analyze'],
    ['lib/load/load.ts', '../model/index.ts', undefined],
    ['lib/load/load.ts', '../index.ts', 'lib/load may not import lib/index.ts'],
    ['lib/index.ts', './model/index.ts', undefined],
    ['lib/index.ts', './load/index.ts', 'lib/index.ts may not import lib/load'],
    ['lib/cli/main.ts', '../load/index.ts', undefined],
    ['lib/cli/main.ts', '../index.ts', undefined],
    ['lib/novelty/a.ts', '../model/index.ts', 'lib/novelty is not in the table'],
    // Doors.
    ['lib/model/alert.ts', '../promql/ast.ts', 'the door is lib/promql/index.ts'],
    ['lib/promql/infer/fact.ts', '../ast.ts', undefined],
    ['lib/promql/print.ts', './infer/fact.ts', undefined],
    ['lib/promql/print.ts', './index.ts', 'a file may not use its own door'],
    ['lib/promql/infer/fact.ts', '../index.ts', 'a file may not use its own door'],
    ['lib/model/alert.ts', './panel/panel.ts', 'the door is lib/model/panel/index.ts'],
    ['lib/model/alert.ts', './panel/index.ts', undefined],
    ['lib/emit/panels.ts', '../model/panel/index.ts', 'the door is lib/model/index.ts'],
    ['lib/cli/main.ts', '../promql/ast.ts', 'the door is lib/promql/index.ts'],
    ['lib/analyze/run.ts', './checks/promql-syntax.ts', undefined],
    ['test/promql/print.test.ts', '../../lib/promql/ast.ts', undefined],
    // Content.
    ['systems/zander/metrics.ts', '../../lib/index.ts', undefined],
    ['systems/zander/metrics.ts', '../../systems/shared/node.ts', undefined],
    [
      'systems/zander/metrics.ts',
      '../beacon/index.ts',
      'systems/zander may not import systems/beacon',
    ],
    ['dashboards/zander/a.ts', '../../systems/zander/index.ts', undefined],
    [
      'dashboards/zander/a.ts',
      '../../systems/zander/metrics.ts',
      'the door is systems/zander/index.ts',
    ],
    [
      'dashboards/zander/a.ts',
      '../../systems/beacon/index.ts',
      'dashboards/zander may not import systems/beacon',
    ],
    [
      'dashboards/zander/a.ts',
      '../../lib/model/index.ts',
      'dashboards/zander may not import lib/model',
    ],
    ['dashboards/zander/a.ts', '../../alerts/zander/queue.ts', undefined],
    [
      'alerts/zander/a.ts',
      '../../dashboards/zander/queue.ts',
      'alerts/zander may not import dashboards/zander',
    ],
    ['alerts/zander/a.ts', '../../alerts/shared/node.ts', undefined],
    ['alerts/zander/a.ts', '../../dashboards/shared/node-row.ts', undefined],
    [
      'dashboards/shared/a.ts',
      '../../systems/zander/index.ts',
      'dashboards/shared may not import systems/zander',
    ],
    // Packages, and files that are not there.
    ['dashboards/zander/a.ts', 'node:fs', 'content imports no packages'],
    ['lib/load/load.ts', 'node:fs', undefined],
    ['lib/load/load.ts', '../model/gone.ts', 'there is no such file'],
  ])('%s imports %s: %s', (file, to, reason) => {
    const found = refusals(file, `import { a } from '${to}';\n`, (path) => tree.includes(path));
    expect(found.map((line) => line.replace(/^.*?: /, ''))).toEqual(reason ? [reason] : []);
  });

  it.each([
    [`import { a } from './a.ts';`, ['lib/a.ts']],
    [`import type { A } from './a.ts';`, []],
    [`import { type A, type B } from './a.ts';`, []],
    [`import { type A, b } from './a.ts';`, ['lib/a.ts']],
    [`export { a } from './a.ts';`, ['lib/a.ts']],
    [`export type { A } from './a.ts';`, []],
    [`import './a.ts';`, ['lib/a.ts']],
    [`const { a } = await import('./a.ts');`, ['lib/a.ts']],
    [`// import { a } from './a.ts';`, []],
    ["const text = `\nimport { a } from './a.ts';\n`;", []],
    [`import { a } from 'typescript';`, []],
  ])('%s imports the values of %j', (text, expected) => {
    expect(valueImports('lib/b.ts', text)).toEqual(expected);
  });

  it('finds a cycle, and none in a diamond', () => {
    expect(findCycle(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'] })))).toEqual([
      'b',
      'c',
      'b',
    ]);
    expect(findCycle(new Map(Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'] })))).toBe(
      undefined,
    );
  });

  it.each([
    ['lib/promql/utils.ts', true],
    ['lib/promql/types.ts', true],
    ['lib/promql/value-types.ts', false],
    ['test/types/vec.test-d.ts', false],
  ])('%s is named after nothing: %s', (file, expected) => {
    expect(isNamedAfterNothing(file)).toBe(expected);
  });

  it.each([
    [`import { node } from '../${'shared'}/node.ts';`, false],
    [`import { node } from '../../${'shared'}/node.ts';`, false],
    [`see ../${'shared'}/node.txt`, true],
    [`/${'work'}/main`, true],
    ['network/worker', false],
    ['see README.md', false],
    ['see RUNBOOK.md', false],
    [`see ${'MISSING'}.md`, true],
  ])('%s names another place: %s', (text, expected) => {
    expect(namesAnotherPlace(text, ['README.md'])).toBe(expected);
  });
});

/** What is committed or would be; files that are deleted but not yet committed are gone. */
function repositoryFiles(): readonly string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)));
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function valueImports(file: string, text: string): readonly string[] {
  return importsOf(file, text)
    .filter(({ to, typeOnly }) => !typeOnly && to.endsWith('.ts'))
    .map(({ to }) => to);
}

function isNamedAfterNothing(file: string): boolean {
  return /^(utils?|helpers?|common|types|misc)\./.test(basename(file));
}

/** A path outside the repository, or a paper that is not in it. Generated runbooks are. */
function namesAnotherPlace(text: string, present: readonly string[]): boolean {
  const papers = new Set(['RUNBOOK.md', ...present.map((file) => basename(file))]);
  return (
    /\/work\//.test(text) ||
    /(?<!from '(?:\.\.\/)*)\.\.\/shared\b/.test(text) ||
    [...text.matchAll(/\b[A-Z]{3,}\.md\b/g)].some(([paper]) => !papers.has(paper))
  );
}
