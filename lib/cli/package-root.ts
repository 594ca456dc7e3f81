import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the dashc that is running: above `dist/`, or above `lib/` where it runs from its sources. */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

/** Its version. */
export function packageVersion(): string {
  const manifest = readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
