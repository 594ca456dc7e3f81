import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { toolPath } from '../tool-path.ts';

/** Where Debian's Alertmanager looks for its templates, which are elsewhere when its package is only unpacked. */
const INSTALLED = '/usr/share/prometheus/alertmanager';

/**
 * An Alertmanager that starts. One that is not installed is copied into `folder`, with the path of its templates
 * replaced by one of the same length.
 *
 * @param folder short, in `/tmp`
 */
export async function alertmanagerPath(folder: string): Promise<string> {
  const program = await toolPath('alertmanager');
  const templates = path.join(path.dirname(program), '../share/prometheus/alertmanager');
  if (existsSync(INSTALLED) || !existsSync(templates)) return program;
  const link = path.join(folder, 't').padEnd(INSTALLED.length, 't');
  symlinkSync(path.resolve(templates), link);
  const bytes = readFileSync(program);
  for (let at = bytes.indexOf(INSTALLED); at !== -1; at = bytes.indexOf(INSTALLED, at)) {
    bytes.write(link, at);
  }
  const copy = path.join(folder, 'alertmanager');
  writeFileSync(copy, bytes);
  chmodSync(copy, 0o755);
  return copy;
}
