/**
 * Makes a system to start from: five files that build, with a dashboard and a tested alert.
 * `node -r ts-node/register scripts/new-system.ts NAME`, or `npm run new:system NAME`. Exit code 2: nothing was written.
 */
import { join } from 'node:path';

import { nameProblem } from './new-system/name-problem.ts';
import { systemFiles } from './new-system/system-files.ts';
import { writeNew } from './new-system/write-new.ts';

const ROOT = join(__dirname, '..');

async function main(): Promise<void> {
  const [name = '', ...more] = process.argv.slice(2);
  const problem = more.length > 0 ? 'one name, please' : nameProblem(ROOT, name);
  if (problem !== undefined) {
    console.error(`${problem}\n  usage: npm run new:system my-shop`);
    process.exitCode = 2;
    return;
  }
  const files = await systemFiles(name);
  writeNew(ROOT, files);
  for (const file of files.keys()) console.log(`wrote ${file}`);
  console.log(NEXT);
}

const NEXT = `
Replace the examples: the job's target in stack.ts, the metrics in metrics.ts, then the panels. Then:
  npm run build    writes build/
  npm run docs     writes docs/systems/
  npm test         types, style, and the cases of the alert in promtool`;

void main();
