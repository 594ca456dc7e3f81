import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { type Files, write } from '../../load/project-folder.ts';
import { PROJECT } from './project.ts';

/** Numbers below a limit. */
export type Draw = (below: number) => number;

/** Changes a project in one way; the name is what a failing test prints. */
export interface EditKind {
  readonly name: string;
  readonly run: (root: string, draw: Draw) => void;
}

/** What people and branches do to a project, and what may happen to a cache. */
export const EDITS: readonly EditKind[] = [
  {
    name: 'title',
    run: (root, draw) => replace(root, draw, /title: '.*?'/, `title: 'T${draw(99)}'`),
  },
  { name: 'uid', run: (root, draw) => replace(root, draw, /uid: '.*?'/, `uid: 'u${draw(6)}'`) },
  { name: 'link', run: (root, draw) => replace(root, draw, /to\('.*?'/, `to('u${draw(6)}'`) },
  {
    name: 'query',
    run: (root, draw) =>
      replace(root, draw, /(queue_depth|gone)\)/, draw(4) === 0 ? 'gone)' : 'queue_depth)'),
  },
  {
    name: 'syntax',
    run: (root, draw) => replace(root, draw, /export default/, 'export  = default'),
  },
  {
    name: 'no finding any more',
    run: (root, draw) => replace(root, draw, /fixed\(.*?\)/, `fixed('${['5m', '1m'][draw(2)]}')`),
  },
  {
    name: 'shared title',
    run: (root, draw) => write(root, { 'dashboards/shared/row.ts': sharedRow(`Row ${draw(4)}`) }),
  },
  {
    name: 'shared file fails',
    run: (root) => write(root, { 'dashboards/shared/row.ts': 'throw new Error("no");\n' }),
  },
  {
    name: 'shared metric',
    run: (root, draw) =>
      change(root, 'systems/shared/jobs.ts', (text) =>
        text.replace(/help: '.*?'/, `help: 'H${draw(9)}.'`),
      ),
  },
  {
    name: 'file of another system',
    run: (root, draw) =>
      write(root, { 'systems/bank/names.ts': `export const word = 'W${draw(5)}';\n` }),
  },
  {
    name: 'JSON',
    run: (root, draw) =>
      write(root, { 'dashboards/shared/words.json': `{ "word": "J${draw(5)}" }` }),
  },
  {
    name: 'new dashboard',
    run: (root, draw) => {
      const file = dashboardsOf(root)[0];
      if (file === undefined) return;
      const text = readFileSync(path.join(root, file), 'utf8');
      const name = `new-${draw(5)}`;
      write(root, {
        [file.replace(/[^/]+$/, `${name}.ts`)]: text.replace(/uid: '.*?'/, `uid: '${name}'`),
      });
    },
  },
  { name: 'deleted dashboard', run: (root, draw) => withOne(root, draw, (file) => rmSync(file)) },
  {
    name: 'renamed dashboard',
    run: (root, draw) =>
      withOne(root, draw, (file) =>
        renameSync(file, file.replace(/[^/]+$/, `moved-${draw(9)}.ts`)),
      ),
  },
  {
    name: 'system gone',
    run: (root) => {
      rmSync(path.join(root, 'systems/bank/index.ts'), { force: true });
      for (const kind of ['dashboards', 'alerts'])
        rmSync(path.join(root, kind, 'bank'), { recursive: true, force: true });
    },
  },
  {
    name: 'system without its index',
    run: (root) => rmSync(path.join(root, 'systems/bank/index.ts'), { force: true }),
  },
  { name: 'branch switch', run: (root) => restore(root, PROJECT) },
  {
    name: 'lock file',
    run: (root, draw) => write(root, { 'package-lock.json': `{ "v": ${draw(3)} }` }),
  },
  {
    name: 'exception',
    run: (root, draw) => allow(root, `until: '${['2099-01-01', '2020-01-01', 'soon'][draw(3)]}'`),
  },
  {
    name: 'TypeScript settings',
    run: (root, draw) => write(root, { 'tsconfig.content.json': `{ "include": ["${draw(2)}"] }` }),
  },
  {
    name: 'entry cut off',
    run: (root, draw) => spoil(root, (file) => truncateSync(file, draw(2000))),
  },
  { name: 'entry appended to', run: (root) => spoil(root, (file) => appendFileSync(file, 'x')) },
  {
    name: 'entry with another byte',
    run: (root, draw) =>
      spoil(root, (file) => {
        const bytes = readFileSync(file);
        const at = draw(bytes.length);
        bytes[at] = ((bytes[at] ?? 0) + 1) % 256;
        writeFileSync(file, bytes);
      }),
  },
  {
    name: 'cache gone',
    run: (root) => rmSync(path.join(root, CACHE), { recursive: true, force: true }),
  },
  {
    name: 'output edited',
    run: (root) => {
      for (const out of ['build', 'clean'])
        change(root, `${out}/shop/RUNBOOK.md`, (text) => `${text}mine\n`);
    },
  },
];

const KINDS = ['systems', 'dashboards', 'alerts'];
const CACHE = 'node_modules/.cache/dashc/systems';

/** Makes the sources be just these. */
export function restore(root: string, files: Files): void {
  for (const kind of KINDS) rmSync(path.join(root, kind), { recursive: true, force: true });
  write(root, files);
}

export function sharedRow(title: string): string {
  return (PROJECT['dashboards/shared/row.ts'] ?? '').replace('Shared', title);
}

function change(root: string, name: string, edit: (text: string) => string): void {
  const file = path.join(root, name);
  if (existsSync(file)) writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

function dashboardsOf(root: string): string[] {
  return ['bank', 'shop', 'store'].flatMap((system) => {
    const folder = path.join(root, 'dashboards', system);
    mkdirSync(path.dirname(folder), { recursive: true });
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .map((name) => `dashboards/${system}/${name}`);
  });
}

function withOne(root: string, draw: Draw, act: (file: string) => void): void {
  const files = dashboardsOf(root);
  const file = files[draw(files.length || 1)];
  if (file !== undefined) act(path.join(root, file));
}

function replace(root: string, draw: Draw, old: RegExp, now: string): void {
  withOne(root, draw, (file) => {
    writeFileSync(file, readFileSync(file, 'utf8').replace(old, now));
  });
}

function allow(root: string, until: string): void {
  change(root, 'systems/shop/index.ts', (text) => text.replace(/until: '.*?'/, until));
}

function spoil(root: string, act: (file: string) => void): void {
  const folder = path.join(root, CACHE);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) act(path.join(folder, name));
}
