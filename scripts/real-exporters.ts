/**
 * Runs the exporters of Debian on this machine, with a PostgreSQL and a Redis of their own, and a Prometheus that scrapes
 * them as Love Parser's does, for two minutes; then asks with `dashc verify --prometheus` whether Database Health, Redis
 * Health and the panels of the host draw. `node -r ts-node/register scripts/real-exporters.ts [seconds]`. Exit code 1: a
 * panel is empty that nobody has explained, or a program is missing; 130: interrupted.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from '../lib/prove/index.ts';
import { node } from './catalog-check/exporters/node.ts';
import { postgres } from './catalog-check/exporters/postgres.ts';
import { redis } from './catalog-check/exporters/redis.ts';
import { findPrometheus, MissingProgram } from './catalog-check/programs.ts';
import type { Answer } from './catalog-check/target.ts';
import { answers, Workbench } from './catalog-check/workbench.ts';
import { drawn } from './real-exporters/drawn.ts';
import { verify } from './real-exporters/verify.ts';

/** What Love Parser calls the jobs. */
const JOBS = {
  'node-exporter': node,
  'postgres-exporter': postgres,
  'redis-exporter': redis,
} as const;

/** Half a minute of rates is there after two. */
const SECONDS = 120;

const workbench = new Workbench();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void workbench.close().then(() => process.exit(130));
  });
}

async function main(): Promise<void> {
  const seconds = Number(process.argv[2] ?? SECONDS);
  try {
    const exporters: Record<string, Answer> = {};
    // One after the other: the first that is missing unpacks the packages of all.
    for (const [job, target] of Object.entries(JOBS)) {
      const answer = await target.scrape(workbench);
      exporters[job] = answer;
      console.log(
        `${target.name} ${answer.version}${answer.of === undefined ? '' : `, ${answer.of}`}`,
      );
    }
    const url = await startPrometheus(exporters);
    await work(Object.values(exporters), seconds);
    const report = drawn(await verify(url));
    console.log(report.text);
    if (report.unexplained > 0) process.exitCode = 1;
  } catch (error) {
    if (workbench.closing) return;
    if (!(error instanceof Error)) throw error;
    console.error(error instanceof MissingProgram ? error.message : (error.stack ?? error.message));
    process.exitCode = 1;
  } finally {
    await workbench.close();
  }
}

async function startPrometheus(exporters: Readonly<Record<string, Answer>>): Promise<string> {
  const folder = workbench.folder();
  const configuration = {
    global: { scrape_interval: '15s', scrape_timeout: '10s' },
    scrape_configs: Object.entries(exporters).map(([job, { port }]) => ({
      job_name: job,
      static_configs: [{ targets: [`127.0.0.1:${port}`] }],
    })),
  };
  // JSON is YAML.
  await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(configuration));
  const port = await freePort();
  const started = workbench.start(await findPrometheus(), [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
  await answers(started, port, '/-/ready');
  return `http://127.0.0.1:${port}`;
}

/** Something happens every second, so that there are rates. */
async function work(exporters: readonly Answer[], seconds: number): Promise<void> {
  console.log(`scraping for ${seconds} s`);
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && !workbench.closing) {
    await Promise.all(exporters.map(async ({ work: once }) => once?.()));
    await sleep(1000);
  }
}

void main();
