import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { decodePng } from '../../lib/preview/pictures/index.ts';
import { projectFolder, write } from '../load/project-folder.ts';
import { compileDashc, dashc, type Ended } from './dashc.ts';
import { onlyTools } from './only-tools.ts';
import { WORLD } from './verify-shop.ts';

let env: Record<string, string>;
let cwd: string;

beforeAll(async () => {
  compileDashc();
  env = await onlyTools('prometheus', 'promtool', 'chromium');
}, 120_000);

beforeEach(async () => {
  cwd = projectFolder(WORLD);
  expect((await dashc(['build', '--no-typecheck'], { cwd })).code).toBe(0);
  git('init', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--message', 'one');
});

function git(...args: string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
}

const review = (tools = env): Promise<Ended> =>
  dashc(['review', 'HEAD', '--no-typecheck', '--out', 'out'], { cwd, env: tools });

const OVERVIEW = WORLD['dashboards/shop/overview.ts'] ?? '';

/** Replaces parts of the dashboard. */
function edit(...changes: readonly (readonly [from: string, to: string])[]): void {
  let text = OVERVIEW;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  write(cwd, { 'dashboards/shop/overview.ts': text });
}

const textOf = (file: string) => readFileSync(path.join(cwd, 'out', file), 'utf8');

const OUTLINES = { green: '46,160,67', red: '248,81,73', amber: '227,160,8' } as const;

/** The colours of the outlines in a picture. */
function outlines(file: string): string[] {
  const { data } = decodePng(readFileSync(path.join(cwd, 'out', 'pictures', 'shop', file)));
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const color = `${data[at]},${data[at + 1]},${data[at + 2]}`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const names = Object.entries(OUTLINES);
  return names.filter(([, color]) => (counts.get(color) ?? 0) > 1000).map(([name]) => name);
}

describe('dashc review', { timeout: 180_000 }, () => {
  it('shows what changed, in words and in pictures', async () => {
    edit(
      [
        "timeseries('Queue', 'Jobs waiting.').query(m.queue_depth)",
        "timeseries('Backlog', 'Jobs waiting.').query(m.queue_depth).width(6), timeseries('Most', 'New.').query(m.queue_depth.max()).width(6)",
      ],
      ["'Requests by status.'", "'Requests by their status.'"],
    );
    const { code, out, err } = await review();
    expect({ code, out }).toEqual({ code: 4, out: 'out/index.html\n' });
    expect(err).toMatch(/^\d+ changes: \d in dashboards.* \(\d+ ms\)\n$/);
    expect(readdirSync(path.join(cwd, 'out')).sort()).toEqual([
      'index.html',
      'pictures',
      'review.md',
    ]);
    expect(readdirSync(path.join(cwd, 'out', 'pictures', 'shop')).sort()).toEqual([
      'shop-overview.after.png',
      'shop-overview.before.png',
      'shop-overview.difference.png',
    ]);
    expect(outlines('shop-overview.before.png')).toEqual(['amber']);
    expect(outlines('shop-overview.after.png')).toEqual(['green', 'amber']);
    const words = textOf('review.md');
    expect(words).toContain('- panel "Queue" renamed to "Backlog"\n');
    expect(words).toContain('➕ panel "Most" added to row "Traffic"\n');
    expect(words).toContain('_Both versions are drawn with the synthesised data');
    expect(words).toContain('  - Requests: none, **changed in words, not in pixels**\n');
    expect(words).toMatch(/\n {2}- Backlog: [\d,]+ \(\d+\.\d %\)\n/);
    expect(words).not.toContain('title and variables');
    const page = textOf('index.html');
    expect(page.match(/src="data:image\/png;base64,/g)).toHaveLength(3);
    expect(page).not.toMatch(/(?:src|href)="(?!data:|#)/);
  });

  it('shows a dashboard that came alone, and one that went', async () => {
    const other = OVERVIEW.replace("'shop-overview'", "'shop-new'")
      .replace("'Overview'", "'New'")
      .replace(
        "m.requests_total.rate().sumBy('code').legend('{{code}}')",
        'm.requests_total.increase().sum()',
      )
      .replace('m.queue_depth)', 'm.queue_depth.min())');
    rmSync(path.join(cwd, 'dashboards', 'shop', 'overview.ts'));
    write(cwd, { 'dashboards/shop/new.ts': other });
    expect((await review()).code).toBe(4);
    const words = textOf('review.md');
    expect(words).toContain('dashboard "Overview" removed, with 2 panels in 1 row');
    expect(words).toContain('dashboard "New" added, with 2 panels in 1 row');
    expect(readdirSync(path.join(cwd, 'out', 'pictures', 'shop')).sort()).toEqual([
      'shop-new.after.png',
      'shop-overview.before.png',
    ]);
    expect(outlines('shop-new.after.png')).toEqual(['green']);
    expect(outlines('shop-overview.before.png')).toEqual(['red']);
  });

  it('is short where nothing changed', async () => {
    const { code, out } = await review();
    expect({ code, out }).toEqual({ code: 0, out: 'out/index.html\n' });
    expect(textOf('review.md')).toBe('Dashboards, rules and stack stay as they are.\n');
    expect(textOf('index.html')).toContain('<h1>0 changes</h1>');
    expect(existsSync(path.join(cwd, 'out', 'pictures'))).toBe(false);
  });

  it('has words where there is no Chromium, and says so', async () => {
    edit(["'Queue', 'Jobs waiting.'", "'Backlog', 'Jobs waiting.'"]);
    const { code, err } = await review(await onlyTools('prometheus', 'promtool'));
    expect(code).toBe(4);
    expect(err).toMatch(/^dashc: no pictures: `chromium` is missing: it is not on PATH; /);
    expect(textOf('review.md')).toContain('- panel "Queue" renamed to "Backlog"\n');
    expect(textOf('review.md')).toContain(
      '_There are no pictures: `chromium` is missing: it is not on PATH; ',
    );
    expect(textOf('index.html')).toContain('panel &#34;Queue&#34; renamed to &#34;Backlog&#34;');
    expect(textOf('index.html')).not.toContain('data:image');
  });

  it('compares nothing where the sources have errors', async () => {
    edit(["uid: 'shop-overview'", "uid: ''"]);
    const { code, err } = await review();
    expect(code).toBe(1);
    expect(err).toMatch(/^error dashboard\/uid\n[\s\S]*\nnothing was compared\n$/);
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });
});
