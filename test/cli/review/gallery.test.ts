import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ComparedDashboard } from '../../../lib/cli/review/compared-dashboard.ts';
import { html } from '../../../lib/cli/review/gallery/html.ts';
import { renderGallery } from '../../../lib/cli/review/gallery/index.ts';
import { picturesText } from '../../../lib/cli/review/pictures-text.ts';
import { pixelText } from '../../../lib/cli/review/pixel-text.ts';
import { encodePng, launchBrowser, logOf, type Page } from '../../../lib/preview/index.ts';
import { Workplace } from '../../../lib/prove/index.ts';
import type { Change, Review } from '../../../lib/review/index.ts';
import { picture } from '../../preview/pictures/ascii.ts';
import { toolPath } from '../../tool-path.ts';

/** Text that would do something where it is not text. */
const EVIL = `"><img src=x onerror="window.hit=1"><script>window.hit=1</script>' onload='window.hit=1`;

const change = (more: Partial<Change>): Change => ({
  kind: 'panel-unit',
  system: 'shop',
  dashboard: 'shop',
  panel: 1,
  file: 'build/shop/grafana/dashboards/shop.json',
  path: ['dashboard "Shop"', 'panel "Queue"'],
  message: 'unit `s` to `ms`',
  ...more,
});

const REVIEW: Review = {
  changes: [
    change({}),
    change({ path: [EVIL, EVIL], message: EVIL, kind: 'panel-added' }),
    {
      kind: 'alert-for',
      system: 'shop',
      rule: 'ShopBacklog',
      file: 'build/shop/prometheus/rules/shop.yml',
      path: ['alert `ShopBacklog`'],
      message: 'fires after 10m instead of 5m',
    },
    {
      kind: 'file-changed',
      system: 'shop',
      file: EVIL,
      path: [],
      message: 'changed',
      lines: [`-${EVIL}`, '+new'],
    },
  ],
  impacts: [],
};

const png = (...lines: readonly string[]) => encodePng(picture(...lines));

const DASHBOARD: ComparedDashboard = {
  system: 'shop',
  name: 'shop',
  title: EVIL,
  state: 'changed',
  changes: REVIEW.changes.slice(0, 2),
  pictures: { before: png('rr', 'rr'), after: png('rr', 'gg'), difference: png('..', 'ww') },
  head: { different: 0, all: 10 },
  panels: [
    { id: 1, title: 'Queue', state: 'changed', pixels: { different: 2, all: 1000 } },
    { id: 2, title: EVIL, state: 'removed' },
    {
      id: 3,
      title: 'Workers',
      state: 'changed',
      pixels: { different: 0, all: 1000 },
      remark: 'changed in words, not in pixels',
    },
  ],
};

describe('the gallery', () => {
  let parent: string;
  let workplace: Workplace;
  let page: Page;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'dashc-parent-'));
    workplace = new Workplace(parent);
    const browser = await launchBrowser(await toolPath('chromium'), workplace);
    page = await browser.newPage({ width: 1000, height: 800 });
  });

  afterAll(async () => {
    await workplace.close();
    rmSync(parent, { recursive: true, force: true });
  });

  it('shows both versions, lets nothing run that it was given, and asks for nothing', async () => {
    const file = join(parent, 'index.html');
    writeFileSync(
      file,
      renderGallery({ review: REVIEW, dashboards: [DASHBOARD], notes: [`A note ${EVIL}`] }),
    );
    const log = logOf(page);
    await page.open(pathToFileURL(file).href);
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
    const seen = await page.evaluate(`({
      hit: window.hit ?? 'nothing',
      title: document.querySelector('h2').firstChild.textContent.trim(),
      sections: [...document.querySelectorAll('section h2')].length,
      loaded: [...document.images].filter((image) => image.naturalWidth === 2).length,
      rows: [...document.querySelectorAll('tr')].slice(1).map((row) => [...row.children].map((cell) => cell.textContent).join('|')),
      list: [...document.querySelectorAll('section:nth-of-type(2) li')].map((each) => each.textContent.trim()),
      lines: document.querySelector('pre').textContent,
    })`);
    expect(seen).toEqual({
      hit: 'nothing',
      title: EVIL,
      sections: 3,
      loaded: 3,
      rows: [
        'Queue|2 (0.2 %)|',
        `${EVIL}||removed`,
        'Workers|none|changed in words, not in pixels',
      ],
      list: ['~ alert `ShopBacklog`: fires after 10m instead of 5m'],
      lines: `-${EVIL}\n+new`,
    });
    expect(log).toEqual({
      complaints: [],
      dialogs: [],
      requests: [expect.stringMatching(/^file:/), ...pictures(3)],
    });
  });

  it.each([
    [
      'side',
      { before: 'block', after: 'block', difference: 'none', clip: 'none', range: 'hidden' },
    ],
    [
      'slider',
      {
        before: 'block',
        after: 'block',
        difference: 'none',
        clip: 'inset(0px 0px 0px 25%)',
        range: 'visible',
      },
    ],
    [
      'fade',
      { before: 'block', after: 'block', difference: 'none', clip: 'none', range: 'visible' },
    ],
    [
      'difference',
      { before: 'none', after: 'none', difference: 'block', clip: 'none', range: 'hidden' },
    ],
  ])('shows them in the way that is chosen: %s', async (mode, expected) => {
    const file = join(parent, 'modes.html');
    writeFileSync(file, renderGallery({ review: REVIEW, dashboards: [DASHBOARD], notes: [] }));
    await page.open(pathToFileURL(file).href);
    const seen = await page.evaluate(`(() => {
      document.querySelector('input[type=range]').value = 25;
      const choice = document.querySelector('input[value=${mode}]');
      choice.checked = true;
      choice.dispatchEvent(new Event('input', { bubbles: true }));
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      return {
        before: style('.before').display,
        after: style('.after').display,
        difference: style('.difference').display,
        clip: style('.after').clipPath,
        range: style('input[type=range]').visibility,
      };
    })()`);
    expect(seen).toEqual(expected);
  });

  it('lets no script run but its own, where text was not escaped', async () => {
    const file = join(parent, 'unescaped.html');
    const text = renderGallery({ review: REVIEW, dashboards: [], notes: ['HERE'] });
    writeFileSync(
      file,
      text.replace('HERE', `<script>window.hit = 1</script><img src=x onerror="window.hit = 1">`),
    );
    await page.open(pathToFileURL(file).href);
    expect(await page.evaluate('window.hit ?? "nothing"')).toBe('nothing');
    expect(await page.evaluate('document.images.length')).toBe(1);
  });
});

function pictures(count: number): unknown[] {
  return Array.from({ length: count }, () => expect.stringMatching(/^data:image\/png;base64,/));
}

it('escapes what is not markup', () => {
  expect(html`<b title="${'"\''}">${'<&>'}${[html`<i></i>`]}${7}</b>`.text).toBe(
    '<b title="&#34;&#39;">&#60;&#38;&#62;<i></i>7</b>',
  );
});

it.each([
  [{ different: 0, all: 10 }, 'none'],
  [{ different: 1, all: 100_000 }, '1 (< 0.1 %)'],
  [{ different: 100, all: 100_000 }, '100 (0.1 %)'],
  [{ different: 1234, all: 56_000 }, '1,234 (2.2 %)'],
  [{ different: 10, all: 10 }, '10 (100.0 %)'],
])('says how much differs: %o', (count, text) => {
  expect(pixelText(count)).toBe(text);
});

describe('the comment of a pull request', () => {
  it('says how many pixels differ, and where words say something else', () => {
    const { panels } = DASHBOARD;
    const shop = { ...DASHBOARD, title: 'Shop *1*', head: { different: 3, all: 10 }, panels };
    const gone = { ...DASHBOARD, title: 'Old', panels: [], missing: 'its system is gone' };
    expect(picturesText([shop, { ...gone, head: { different: 0, all: 10 } }], ['Same data.'])).toBe(
      `
_Same data._
- Pixels that differ in Shop \\*1\\*:
  - title and variables: 3 (30.0 %)
  - Queue: 2 (0.2 %)
  - Workers: none, **changed in words, not in pixels**
- Pixels that differ in Old:
  - no pictures: its system is gone
`,
    );
  });

  it('is short', () => {
    const many = Array.from({ length: 2000 }, () => DASHBOARD);
    const text = picturesText(many, []);
    expect(text.length).toBeLessThanOrEqual(8010);
    expect(text).toMatch(/\n- …\n$/);
  });

  it('is empty without pictures', () => {
    expect(picturesText([], [])).toBe('');
  });
});
