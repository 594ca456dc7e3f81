import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stringify } from 'yaml';

import { runTool } from '../../lib/prove/index.ts';
import { toolPath } from '../tool-path.ts';

/** What `promtool check rules` says of expressions, each as a recording rule: empty when it takes all of them. */
export async function promtoolVerdict(expressions: readonly string[]): Promise<string> {
  const promtool = await toolPath('promtool');
  const folder = await mkdtemp(join(tmpdir(), 'dashc-promtool-'));
  const file = join(folder, 'rules.yml');
  const rules = expressions.map((expr, i) => ({ record: `r${i}`, expr: withoutVariables(expr) }));
  await writeFile(file, stringify({ groups: [{ name: 'all', rules }] }));
  const run = await runTool(promtool, ['check', 'rules', file]);
  await rm(folder, { recursive: true });
  return run.exitCode === 0 ? '' : `${run.stdout}${run.stderr}`;
}

/** What Grafana would put in their places. */
function withoutVariables(expr: string): string {
  return expr
    .replaceAll('$__rate_interval', '1m')
    .replaceAll('$__interval', '15s')
    .replaceAll('$__range', '6h')
    .replaceAll('[$window]', '[10m]')
    .replaceAll(/"\$\w+"/g, '"a|b"')
    .replaceAll(/\$\w+/g, '5');
}
