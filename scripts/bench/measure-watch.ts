import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = 'dashboards/zander/ingestion.ts';
const SYNCED = 'zander/grafana/dashboards/ingestion.json';

/** Milliseconds from each save of a dashboard to its file in the folder, while `dashc sync --watch` runs in a project. */
export async function measureWatch(
  bin: string,
  root: string,
  env: NodeJS.ProcessEnv,
  rounds: number,
): Promise<number[]> {
  const synced = path.join(root, 'served', SYNCED);
  const source = path.join(root, SOURCE);
  const child = spawn(process.execPath, [bin, 'sync', 'served', '--watch'], { cwd: root, env });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const text = readFileSync(source, 'utf8');
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      await until(() => said.split(WAITING).length > round + 1);
      const title = `Title ${round}`;
      const before = performance.now();
      writeFileSync(source, text.replace(/title: '.*?'/, `title: '${title}'`));
      await until(() => readFileSync(synced, 'utf8').includes(title));
      times.push(performance.now() - before);
    }
  } finally {
    child.kill('SIGINT');
    await ended;
  }
  return times;
}

const WAITING = 'waiting for changes';

async function until(done: () => boolean): Promise<void> {
  const limit = performance.now() + 60_000;
  while (!done()) {
    if (performance.now() > limit) throw new Error('nothing happened for a minute');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
