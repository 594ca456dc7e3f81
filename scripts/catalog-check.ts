/**
 * Starts real exporters on the loopback interface, asks them for their metrics and compares the shared catalogs with the
 * answers. `node -r ts-node/register scripts/catalog-check.ts [name …]`; all without a name. Exit code 1: something
 * differs that nobody has explained, or a program is missing; 130: interrupted.
 */
import { compare } from './catalog-check/compare.ts';
import { node } from './catalog-check/exporters/node.ts';
import { nodejs } from './catalog-check/exporters/nodejs.ts';
import { postgres } from './catalog-check/exporters/postgres.ts';
import { prometheus } from './catalog-check/exporters/prometheus.ts';
import { redis } from './catalog-check/exporters/redis.ts';
import { readExposition } from './catalog-check/exposition.ts';
import { MissingProgram } from './catalog-check/programs.ts';
import { report } from './catalog-check/report.ts';
import type { Target } from './catalog-check/target.ts';
import { Workbench } from './catalog-check/workbench.ts';

const TARGETS: readonly Target[] = [node, postgres, redis, nodejs, prometheus];

/** Catalogs of programs that are not started here. */
const NOT_CHECKED = ['CADVISOR', 'FASTAPI', 'GRAFANA', 'MINIO', 'PYTHON', 'SCRAPE'];

const workbench = new Workbench();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void workbench.close().then(() => process.exit(130));
  });
}

/** Whether the target says what the catalogs say. */
async function check(target: Target): Promise<boolean> {
  try {
    const answer = await target.scrape(workbench);
    const exposition = readExposition(answer.text);
    const differences = Object.values(target.catalogs).flatMap((specs) =>
      compare(specs, exposition, answer.version),
    );
    console.log(report(target, answer, differences));
    return differences.every(({ why }) => why !== undefined);
  } catch (error) {
    if (workbench.closing) return false;
    if (!(error instanceof Error)) throw error;
    console.error(
      error instanceof MissingProgram ? error.message : `${target.name}: ${error.message}`,
    );
    return false;
  }
}

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const wanted = TARGETS.filter(({ name }) => named.length === 0 || named.includes(name));
  try {
    // One after the other: the first that is missing unpacks the packages of all.
    for (const target of wanted) if (!(await check(target))) process.exitCode = 1;
    if (named.length === 0 && !workbench.closing)
      console.log(`not checked: ${NOT_CHECKED.join(', ')}`);
  } finally {
    await workbench.close();
  }
}

void main();
