import { join } from 'node:path';

import { runTool } from '../../lib/prove/index.ts';

/** A finding of `dashc verify --format json`. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  /** Outermost first: dashboard, panel, query. */
  readonly path: readonly string[];
}

const ROOT = join(__dirname, '..', '..');

/**
 * What the command says about Love Parser and a Prometheus.
 *
 * @throws Error with what it printed, where it could not do its work
 */
export async function verify(url: string): Promise<readonly Finding[]> {
  const args = ['verify', '--system', 'love-parser', '--prometheus', url, '--format', 'json'];
  const run = await runTool(process.execPath, [join(ROOT, 'bin', 'dashc.js'), ...args], {
    cwd: ROOT,
    env: process.env,
  });
  if (run.exitCode !== 0 && run.exitCode !== 1) throw new Error(run.stderr);
  const { diagnostics } = JSON.parse(run.stdout) as {
    readonly diagnostics: readonly {
      readonly code: string;
      readonly message: string;
      readonly where: { readonly path: readonly string[] };
    }[];
  };
  const broken = diagnostics.find(({ code }) => code === 'verify/broken-off');
  if (broken !== undefined) throw new Error(broken.message);
  return diagnostics.map(({ code, message, where }) => ({ code, message, path: where.path }));
}
