import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { toolPlaces } from '../../lib/cli/tool-places.ts';
import { launchBrowser, type Page } from '../../lib/preview/index.ts';
import { findTool, Workplace } from '../../lib/prove/index.ts';

/**
 * How long it takes from a save to its pixels: the real command on a copy of the real sources, and a page in Chromium
 * that shows a dashboard of them. Each save changes the legend of a graph, which is drawn last, when Prometheus has
 * answered anew. `node -r ts-node/register scripts/bench/measure-preview.ts [saves]`, after `npm run compile` and `npm run
 * preview:build`.
 */
const root = path.resolve(__dirname, '../..');
const SOURCE = 'dashboards/flashcastr/flashes.ts';
const UID = 'flashcastr-flashes';
const LEGEND = /\.mul\(60\)\.legend\('/;
const [saves = '15'] = process.argv.slice(2);

void measure(Number(saves));

async function measure(count: number): Promise<void> {
  const project = copyOfProject();
  const workplace = new Workplace(tmpdir());
  const child = spawn(process.execPath, [path.join(root, 'bin/dashc.js'), 'preview'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const url = await new Promise<string>((resolve) => {
      child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
    });
    const chromium = await findTool('chromium', toolPlaces(root));
    if (chromium.path === undefined) throw new Error(chromium.message);
    const browser = await launchBrowser(chromium.path, workplace);
    const page = await browser.newPage({ width: 1600, height: 1600 });
    await page.open(`${url}/d/${UID}?kiosk=1`);
    const file = path.join(project, SOURCE);
    const text = readFileSync(file, 'utf8');
    const times: number[] = [];
    for (let i = 0; i <= count; i++) {
      const legend = `saved ${i}`;
      const shown = untilPainted(page, legend);
      await sleep(3000);
      const start = Date.now();
      writeFileSync(file, text.replace(LEGEND, `.mul(60).legend('${legend} `));
      const time = (await shown) - start;
      // The first one is the first of its process: nothing is warm.
      if (i > 0) times.push(time);
    }
    const sorted = times.sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)];
    console.log(`from a save to its pixels, ${count} saves, milliseconds`);
    console.log(`least ${at(0)}, median ${at(0.5)}, 9 of 10 within ${at(0.9)}, most ${at(1)}`);
  } finally {
    child.kill('SIGTERM');
    await ended;
    await workplace.close();
    rmSync(project, { recursive: true, force: true });
  }
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
    60_000,
  );
}

/** With the installed packages, so that the type check runs as it does for people. */
function copyOfProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  const copied = ['systems', 'dashboards', 'alerts', 'package.json', 'package-lock.json'];
  for (const name of [...copied, 'tsconfig.base.json', 'tsconfig.content.json', 'lib']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of ['@types', 'zod', 'typescript-native', '@typescript']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  return folder;
}
