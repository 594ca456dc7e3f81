import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { decodePng, type Picture } from '../../lib/preview/pictures/index.ts';
import { projectFolder } from '../load/project-folder.ts';
import { compileDashc, dashc, type Ended, stable } from './dashc.ts';
import { onlyTools } from './only-tools.ts';
import { WORLD } from './verify-shop.ts';

let env: Record<string, string>;

beforeAll(async () => {
  compileDashc();
  env = await onlyTools('prometheus', 'promtool', 'chromium');
}, 120_000);

const screenshot = (cwd: string, ...args: string[]): Promise<Ended> =>
  dashc(['screenshot', ...args], { cwd, env });

function read(cwd: string, file: string): { readonly bytes: Buffer; readonly picture: Picture } {
  const bytes = readFileSync(path.join(cwd, 'screenshots', file));
  return { bytes, picture: decodePng(bytes) };
}

/** Whether any pixel has exactly this colour. */
function has({ data }: Picture, [red, green, blue]: readonly [number, number, number]): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) return true;
  }
  return false;
}

/** Grafana's first colour of a classic palette, in which the first line of each plot is drawn. */
const LINE = [115, 191, 105] as const;

const TIME = { timeout: 180_000 };

describe('dashc screenshot', TIME, () => {
  it('draws a dashboard in its whole height, the same twice', async () => {
    const cwd = projectFolder(WORLD);
    const first = await screenshot(cwd);
    expect({ ...first, err: stable(first.err) }).toEqual({
      code: 0,
      out: 'screenshots/shop/shop-overview.dark.png\n',
      err: '1 picture, 0 panels with an error (… ms)\n',
    });
    const one = read(cwd, 'shop/shop-overview.dark.png');
    expect(one.picture.width).toBe(1600);
    expect(one.picture.height).toBeGreaterThan(350);
    expect(has(one.picture, LINE)).toBe(true);
    const again = await screenshot(cwd, '--out', 'again');
    expect(again.out).toBe('again/shop/shop-overview.dark.png\n');
    const bytes = readFileSync(path.join(cwd, 'again', 'shop', 'shop-overview.dark.png'));
    expect(bytes.equals(one.bytes)).toBe(true);
  });

  it('draws one panel, another theme, and a scenario', async () => {
    const cwd = projectFolder(WORLD);
    const built = await dashc(['build', '--no-typecheck'], { cwd, env: process.env as never });
    expect(built.code).toBe(0);
    const file = path.join(cwd, 'build', 'shop', 'grafana', 'dashboards', 'overview.json');
    const { panels } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly panels: readonly { readonly id: number; readonly title: string }[];
    };
    const { id } = panels.find(({ title }) => title === 'Queue') ?? { id: 0 };
    const one = ['--dashboard', 'shop-overview', '--panel', String(id)];
    const dark = await screenshot(cwd, ...one);
    const light = await screenshot(cwd, ...one, '--theme', 'light', '--scenario', 'healthy');
    const stalled = await screenshot(cwd, ...one, '--scenario', 'stalled');
    expect([dark, light, stalled].map(({ code, out }) => `${code} ${out}`)).toEqual([
      `0 screenshots/shop/shop-overview--panel-${id}.dark.png\n`,
      `0 screenshots/shop/shop-overview--panel-${id}.light.png\n`,
      `0 screenshots/shop/shop-overview--stalled--panel-${id}.dark.png\n`,
    ]);
    const pictures = [
      read(cwd, `shop/shop-overview--panel-${id}.dark.png`),
      read(cwd, `shop/shop-overview--panel-${id}.light.png`),
      read(cwd, `shop/shop-overview--stalled--panel-${id}.dark.png`),
    ] as const;
    const sizes = pictures.map(({ picture: { width, height } }) => `${width}x${height}`);
    expect(new Set(sizes).size).toBe(1);
    const corner = ({ picture: { data } }: (typeof pictures)[number]) =>
      [...data.subarray(0, 3)].reduce((sum, part) => sum + part, 0);
    expect(corner(pictures[0])).toBeLessThan(150);
    expect(corner(pictures[1])).toBeGreaterThan(600);
    expect(pictures[2].bytes.equals(pictures[0].bytes)).toBe(false);
    // Written as a whole: nothing else is there.
    expect(readdirSync(path.join(cwd, 'screenshots', 'shop'))).toHaveLength(3);
  });

  it.each([
    [['--system', 'shpo'], 'unknown system `shpo`: did you mean `shop`?'],
    [
      ['--dashboard', 'shop-overvew'],
      'unknown dashboard `shop-overvew`: did you mean `shop-overview`?',
    ],
    [['--scenario', 'staled'], 'unknown scenario `staled`: did you mean `stalled`?'],
    [['--scenario', 'flood'], 'unknown scenario `flood`: there are `healthy`, `stalled`'],
    [['--panel', '1'], '`--panel` needs the `--dashboard` that it is of'],
  ])('refuses %o', async (args, message) => {
    const cwd = projectFolder(WORLD);
    expect(await screenshot(cwd, ...args)).toEqual({
      code: 2,
      out: '',
      err: `dashc: ${message}\n`,
    });
    expect(existsSync(path.join(cwd, 'screenshots'))).toBe(false);
  });

  it.each([
    [
      'Que',
      /^dashc: unknown panel `Que` of dashboard `shop-overview`: there are `\d+` \(Requests\), `\d+` \(Queue\)\n$/,
    ],
    [
      'queue',
      /^dashc: unknown panel `queue` of dashboard `shop-overview`: did you mean `\d+` \(Queue\)\?\n$/,
    ],
  ])('says which panels there are: %s', async (panel, message) => {
    const cwd = projectFolder(WORLD);
    const { code, err } = await screenshot(cwd, '--dashboard', 'shop-overview', '--panel', panel);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('says what is missing', async () => {
    const cwd = projectFolder(WORLD);
    const tools = await onlyTools('prometheus', 'promtool');
    const { code, err } = await dashc(['screenshot'], { cwd, env: tools });
    expect(code).toBe(2);
    expect(err).toMatch(/^dashc: `chromium` is missing: it is not on PATH; \S/);
  });

  it('says what is wrong with the sources', async () => {
    const cwd = projectFolder({ ...WORLD, 'dashboards/shop/overview.ts': 'export default {;' });
    const { code, err } = await screenshot(cwd);
    expect(code).toBe(1);
    expect(err).toMatch(/^error load\/syntax\n/);
  });
});
