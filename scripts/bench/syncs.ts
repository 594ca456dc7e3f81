import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { measureCores } from './measure-cores.ts';
import { measureSync } from './measure-sync.ts';
import { measureWatch } from './measure-watch.ts';

const repository = path.resolve(__dirname, '../..');
const bin = path.join(repository, 'bin/dashc.js');
const tools = path.join(repository, '.tools/debian/usr/bin');

/** Prints what syncs cost, from save to file too, and what a second core could win. */
export async function syncs(): Promise<void> {
  const searchPath = [tools, process.env['PATH']].join(path.delimiter);
  console.log('\nwall milliseconds of whole commands, 2000 dashboards, types unchecked\n');
  for (const { name, milliseconds } of measureSync(bin, searchPath, 2000))
    print(milliseconds, name);

  const root = copyOfFiveSystems();
  try {
    const env = { ...process.env, PATH: searchPath };
    const times = await measureWatch(bin, root, env, 20);
    const sorted = times.sort((a, b) => a - b);
    console.log('\nmilliseconds from a save to the file in the folder, five systems, 20 saves\n');
    print(sorted[10] ?? 0, 'median, types checked');
    print(sorted[19] ?? 0, 'most');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }

  console.log('\nwall milliseconds of a first build, 1000 dashboards in two systems\n');
  const { one, two } = await measureCores(bin, 1000);
  print(one, 'one process');
  print(two, 'two processes at once, a system each');
}

function print(milliseconds: number, name: string): void {
  console.log(milliseconds.toFixed(0).padStart(9), ` ${name}`);
}

/** With the content's imports of dashc as other projects write them, and the declarations that the package has. */
function copyOfFiveSystems(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  const declarations = path.join(root, 'dashc-types');
  execFileSync(process.execPath, [
    path.join(repository, 'node_modules/typescript-native/bin/tsc'),
    ...['-p', path.join(repository, 'tsconfig.declarations.json'), '--outDir', declarations],
  ]);
  for (const kind of ['systems', 'dashboards', 'alerts']) {
    const folder = path.join(root, kind);
    cpSync(path.join(repository, kind), folder, { recursive: true });
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(folder, name);
      if (!name.endsWith('.ts')) continue;
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/'(?:\.\.\/)+lib\/index\.ts'/g, "'dashc'"),
      );
    }
  }
  const config = {
    extends: path.join(repository, 'tsconfig.content.json'),
    compilerOptions: { paths: { dashc: [path.join(declarations, 'index.d.ts')] } },
    include: ['systems', 'dashboards', 'alerts'],
  };
  writeFileSync(path.join(root, 'tsconfig.content.json'), JSON.stringify(config));
  mkdirSync(path.join(root, 'node_modules'));
  return root;
}
