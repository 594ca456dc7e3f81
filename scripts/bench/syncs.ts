import { rmSync } from 'node:fs';
import path from 'node:path';

import { copyOfFiveSystems } from './copy-of-five-systems.ts';
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
