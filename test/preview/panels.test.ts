import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Drawn, photograph, type Photograph } from '../../lib/preview/index.ts';
import { decodePng } from '../../lib/preview/pictures/picture.ts';
import { fixture, type PanelStudio, panelStudio } from './panel-studio.ts';

let studio: PanelStudio;
const taken = new Map<string, Photograph>();

const ONE_VALUE = 'fixture-one-value';
const OVER_TIME = 'fixture-over-time';

beforeAll(async () => {
  studio = await panelStudio([fixture('one-value'), fixture('over-time')]);
  taken.set('one-value', await open(ONE_VALUE, 'dark'));
  taken.set('over-time', await open(OVER_TIME, 'dark'));
});

afterAll(() => studio.close());

/** With the pointer where nothing is. */
async function open(uid: string, theme: 'dark' | 'light'): Promise<Photograph> {
  await point(1, 1);
  await toldWhen('===');
  return photograph(studio.page, { uid, theme, kiosk: true, expandRows: true });
}

async function point(x: number, y: number): Promise<void> {
  await studio.page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
}

/** What tooltips say, once that is something or nothing. */
function toldWhen(is: '===' | '!=='): Promise<string> {
  return studio.page.evaluate(`new Promise((done) => {
    const text = () => document.querySelector('#grafana-portal-container')?.innerText ?? '';
    const look = (left) =>
      text() ${is} '' || left === 0 ? done(text()) : setTimeout(look, 20, left - 1);
    look(100);
  })`);
}

function panelOf(name: string, title: string): Drawn['panels'][number] | undefined {
  return taken.get(name)?.drawn.panels.find((panel) => panel.title === title);
}

describe('a panel of one value', () => {
  it.each([
    ['gauge', 'Gauge', ['disk'], ['73%']],
    ['gauge', 'Gauges side by side', ['var', 'home', 'root'], ['42.5%', '78%', '97%']],
    ['gauge', 'Gauge with labels', ['load'], ['1.5 s']],
    ['gauge', 'Circle without band', ['heap'], ['42%']],
    ['gauge', 'Mapped', ['db', 'cache'], ['UP', 'DOWN']],
    ['piechart', 'Pie', ['card', 'cash', 'coupon'], ['60%', '30%', '10%']],
    [
      'piechart',
      'Donut with table',
      ['card', 'cash', 'coupon'],
      ['60 B', '60%', '30 B', '30%', '10 B', '10%'],
    ],
    ['barchart', 'Bars', ['parse', 'render', 'mail', 'clean up'], ['120', '45', '80', '12']],
    [
      'barchart',
      'Bars to the right',
      ['parse', 'render', 'mail', 'clean up'],
      ['120', '45', '80', '12'],
    ],
    // The last two are the sums in its legend.
    ['barchart', 'Stacked', ['Mon', 'Tue', 'Wed'], ['30', '45', '20', '5', '15', '10', '95', '30']],
    [
      'barchart',
      'Grouped, turned names',
      ['Mon', 'Tue', 'Wed'],
      ['30', '45', '20', '5', '15', '10'],
    ],
    ['barchart', 'Share', ['Mon', 'Tue', 'Wed'], ['86%', '75%', '67%', '14%', '25%', '33%']],
    ['text', 'Code', [], ['{\n  "a": [1, 2, "<b>us</b>"]\n}']],
  ])('%s: %s', (type, title, names, values) => {
    expect(panelOf('one-value', title)).toMatchObject({ type, state: 'drawn', names, values });
  });
});

describe('a panel over time', () => {
  it.each([
    ['heatmap', 'Buckets', ['100 ms', '500 ms', '1 s', '5 s', '+Inf'], ['1', '60.0']],
    ['heatmap', 'Real buckets', ['50 ms', '250 ms', '1 s', '+Inf'], ['1', '276']],
    ['heatmap', 'Calculated', [], ['1', '21']],
    ['heatmap', 'No legend, reversed, axis on the right', ['0.100', '0.500', '1', '5', '+Inf'], []],
    ['state-timeline', 'States', ['api', 'database', 'worker'], ['UP', 'DOWN']],
    ['state-timeline', 'States of a number', ['load', 'heap'], ['< 70%', '70%+']],
    ['status-history', 'Status history', ['api', 'database', 'worker'], ['UP', 'DOWN']],
    ['state-timeline', 'Pages', ['api', 'database', 'worker'], ['UP', 'DOWN']],
    [
      'histogram',
      'Histogram',
      ['wave'],
      ['0 s', '5 s', '10 s', '15 s', '20 s', '25 s', '30 s', '35 s'],
    ],
    [
      'histogram',
      'Combined',
      ['Count'],
      '-1 1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 31 33 35 37 39'.split(' '),
    ],
    ['histogram', 'All the same', ['seven'], ['7']],
  ])('%s: %s', (type, title, names, values) => {
    expect(panelOf('over-time', title)).toMatchObject({ type, state: 'drawn', names, values });
  });

  it('a log, newest first or oldest first', () => {
    const newest = panelOf('over-time', 'Logs');
    const times = newest?.names ?? [];
    expect(newest?.state).toBe('drawn');
    expect(times[0]).toMatch(/^2026-01-15 13:\d\d:\d\d\.\d{3}$/);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(panelOf('over-time', 'Logs, oldest first')?.names).toEqual([]);
  });
});

/** Of the dark theme. */
const COLORS = {
  green: [115, 191, 105],
  yellow: [242, 204, 12],
  orange: [255, 152, 48],
  red: [242, 73, 92],
  blue: [87, 148, 242],
} as const;

describe('colours are those of thresholds, mappings and palettes', () => {
  it.each([
    ['one-value', 'Gauge', 'orange', true],
    ['one-value', 'Gauge', 'blue', false],
    ['one-value', 'Gauges side by side', 'green', true],
    ['one-value', 'Gauges side by side', 'red', true],
    ['one-value', 'Circle without band', 'blue', true],
    ['one-value', 'Circle without band', 'green', false],
    ['one-value', 'Pie', 'green', true],
    ['one-value', 'Pie', 'yellow', true],
    ['one-value', 'Pie', 'red', false],
    ['one-value', 'Bars', 'green', true],
    ['one-value', 'Bars', 'red', false],
    ['one-value', 'Bars to the right', 'orange', true],
    ['one-value', 'Stacked', 'red', true],
    ['over-time', 'Status history', 'red', true],
    ['over-time', 'Status history', 'orange', false],
    ['over-time', 'States of a number', 'orange', true],
    ['over-time', 'States of a number', 'red', false],
    ['over-time', 'Histogram of several', 'yellow', true],
  ] as const)('%s: %s: %s %s', (name, title, color, isThere) => {
    expect(pixelsOf(name, title, COLORS[color]) > 50).toBe(isThere);
  });

  it('a heatmap has many of its scheme', () => {
    expect(pixelsOf('over-time', 'Buckets', [127, 39, 4])).toBeGreaterThan(1000);
    expect(pixelsOf('over-time', 'Calculated', [127, 39, 4])).toBe(0);
  });
});

function pixelsOf(name: string, title: string, color: readonly number[]): number {
  const box = panelOf(name, title)?.box;
  const { data, width } = decodePng(taken.get(name)?.png ?? Buffer.of());
  let count = 0;
  for (let y = box?.y ?? 0; y < (box?.y ?? 0) + (box?.height ?? 0); y++) {
    for (let x = box?.x ?? 0; x < (box?.x ?? 0) + (box?.width ?? 0); x++) {
      const at = (Math.floor(y) * width + Math.floor(x)) * 4;
      if (color.every((part, index) => data[at + index] === part)) count++;
    }
  }
  return count;
}

describe('what is under the pointer is told', () => {
  it.each([
    // Shares of the panel's width and height.
    ['one-value', 'Pie', 0.6, 0.5, ['card', '60 (60%)']],
    ['one-value', 'Bars', 0.2, 0.6, ['parse', 'Value', '120']],
    ['one-value', 'Bars to the right', 0.3, 0.3, ['parse', 'Value', '120']],
    ['one-value', 'Stacked', 0.2, 0.7, ['Mon', 'good', '30', 'bad', '5']],
    ['over-time', 'Buckets', 0.3, 0.3, ['Bucket', '1 s – 5 s', 'Count', '20']],
    ['over-time', 'States', 0.6, 0.45, ['database', 'UP', 'Duration', '3h 54m']],
    ['over-time', 'Histogram', 0.2, 0.6, ['5 s – 10 s', 'wave', '32']],
  ] as const)('%s: %s at %d, %d', async (name, title, right, down, words) => {
    await open(name === 'one-value' ? ONE_VALUE : OVER_TIME, 'dark');
    const { x, y, width, height } = panelOf(name, title)?.box ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await studio.page.resize({ width: 1600, height: Math.ceil(y + height) + 400 });
    await point(x + width * right, y + height * down);
    const told = await toldWhen('!==');
    expect(told.split('\n')).toEqual(expect.arrayContaining([...words]));
  });
});

it('the same dashboard gives the same pixels', async () => {
  const [one, two] = [await open(OVER_TIME, 'light'), await open(OVER_TIME, 'light')];
  // Not by `toEqual`: to print how pictures differ takes minutes.
  expect(one.png.equals(two.png)).toBe(true);
});

it('a value with a link leads there', async () => {
  await open(ONE_VALUE, 'dark');
  const id = panelOf('one-value', 'Circle without band')?.id;
  const links = `[...document.querySelectorAll('[data-panel="${id}"] a')].map((a) => a.getAttribute('href'))`;
  expect(await studio.page.evaluate(links)).toEqual(['/d/fixture-over-time?var-x=0.42']);
});
