import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { toolPlaces } from '../../lib/cli/tool-places.ts';
import { launchBrowser, type Page } from '../../lib/preview/index.ts';
import { findTool, Workplace } from '../../lib/prove/index.ts';
import { copyOfFiveSystems } from './copy-of-five-systems.ts';

/**
 * How long it takes from a save to its pixels: the real command on a copy of the real sources, and a page in Chromium
 * that shows a dashboard of them. Each save changes the legend of a graph, which is drawn last, when Prometheus has
 * answered anew. `node -r ts-node/register scripts/bench/measure-preview.ts`, after `npm run compile` and `npm run
 * preview:build`.
 */
const repository = path.resolve(__dirname, '../..');

interface Edited {
  readonly uid: string;
  /** In `dashboards/love-parser`. */
  readonly file: string;
  /** What the source says of a graph: the beginning of its legend, and a word of it that is drawn. */
  readonly legend: string;
  readonly drawn: string;
}

const DASHBOARDS: readonly Edited[] = [
  { uid: 'love-application', file: 'application.ts', legend: 'Sent', drawn: 'Sent' },
  { uid: 'love-backend', file: 'backend.ts', legend: '{{route}}', drawn: '/' },
  { uid: 'love-database', file: 'database.ts', legend: 'Mean', drawn: 'Mean' },
  { uid: 'love-queues', file: 'queues.ts', legend: '{{queue}} p95', drawn: 'p95' },
];

/** Of each dashboard. The first one is not counted: it is the first of its page. */
const SAVES = 5;

/** Milliseconds between two saves: what is found in the sources is told by then. */
const PAUSE = 3000;

void measure();

async function measure(): Promise<void> {
  const project = copyOfFiveSystems();
  const workplace = new Workplace(tmpdir());
  const tools = path.join(repository, '.tools/debian/usr/bin');
  const child = spawn(process.execPath, [path.join(repository, 'bin/dashc.js'), 'preview'], {
    cwd: project,
    env: { ...process.env, PATH: [tools, process.env['PATH']].join(path.delimiter) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const url = await new Promise<string>((resolve) => {
      child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
    });
    const chromium = await findTool('chromium', toolPlaces(repository));
    if (chromium.path === undefined) throw new Error(chromium.message);
    const browser = await launchBrowser(chromium.path, workplace);
    // So high that all panels are in sight, and drawn.
    const page = await browser.newPage({ width: 1600, height: 3000 });
    console.log('milliseconds from a save to its pixels\n');
    const times: number[] = [];
    for (const edited of DASHBOARDS) {
      await page.open(`${url}/d/${edited.uid}?kiosk=1`);
      await untilPainted(page, edited.drawn);
      const found = await timesOf(page, path.join(project, 'dashboards/love-parser'), edited);
      console.log(`${found.join(' ')}  ${edited.uid}`);
      times.push(...found);
    }
    const sorted = times.sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)];
    console.log(`\nmedian ${at(0.5)}, least ${at(0)}, most ${at(1)} of ${sorted.length}`);
  } finally {
    child.kill('SIGTERM');
    await ended;
    await workplace.close();
    rmSync(project, { recursive: true, force: true });
  }
}

async function timesOf(page: Page, folder: string, { file, legend }: Edited): Promise<number[]> {
  const source = path.join(folder, file);
  const text = readFileSync(source, 'utf8');
  const times: number[] = [];
  for (let i = 0; i <= SAVES; i++) {
    const name = `saved ${i}`;
    const painted = untilPainted(page, name);
    await sleep(PAUSE);
    const start = Date.now();
    writeFileSync(source, text.replace(`.legend('${legend}')`, `.legend('${name} ${legend}')`));
    const time = (await painted) - start;
    if (i > 0) times.push(time);
  }
  return times;
}

/** When a text was painted; milliseconds since 1970. */
function untilPainted(page: Page, text: string): Promise<number> {
  return page.evaluate<number>(
    `new Promise((done) => {
      const look = () => {
        if (!document.body.innerText.includes(${JSON.stringify(text)})) requestAnimationFrame(look);
        else requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now())));
      };
      look();
    })`,
  );
}
