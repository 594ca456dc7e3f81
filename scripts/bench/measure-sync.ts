import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { generateProject } from './generate-project.ts';

/** Wall milliseconds of whole commands, types unchecked. */
export interface MeasuredSync {
  readonly name: string;
  readonly milliseconds: number;
}

/**
 * Builds and syncs of a project with so many dashboards: the first, one where nothing changed, one where a dashboard did.
 *
 * @param bin the command line
 * @param searchPath with promtool and amtool on it
 */
export function measureSync(bin: string, searchPath: string, dashboards: number): MeasuredSync[] {
  const root = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  const source = path.join(root, 'dashboards/bench/service-0.ts');
  const run = (name: string, ...args: readonly string[]): MeasuredSync => {
    const before = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args, '--no-typecheck'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PATH: searchPath },
    });
    if (status !== 0) throw new Error(stderr);
    return { name, milliseconds: performance.now() - before };
  };
  try {
    generateProject(root, dashboards);
    mkdirSync(path.join(root, 'node_modules'));
    const first = [
      run('build, first', 'build'),
      run('build, nothing changed', 'build'),
      run('sync, first, built before', 'sync', 'served'),
      run('sync, nothing changed', 'sync', 'served'),
      run('sync, nothing changed, --no-cache', 'sync', 'served', '--no-cache'),
    ];
    const text = readFileSync(source, 'utf8');
    writeFileSync(source, text.replace("('service-0')", "('service-zero')"));
    const changed = [
      run('sync, one dashboard changed', 'sync', 'served'),
      run('build, the same change, synced before', 'build'),
    ];
    return [...first, ...changed];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
