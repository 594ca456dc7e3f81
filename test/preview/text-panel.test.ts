import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { photograph } from '../../lib/preview/index.ts';
import { type PanelStudio, panelStudio } from './panel-studio.ts';

/** Mode, what the source says, and the HTML that is on the page. */
const TEXTS: readonly (readonly [mode: string, content: string, html: string])[] = [
  ['markdown', '**a** _b_', '<p><strong>a</strong> <em>b</em></p>'],
  ['markdown', '[a](/d/other)', '<p><a href="/d/other">a</a></p>'],
  [
    'markdown',
    '[a](https://example.com/x)',
    '<p><a href="https://example.com/x" target="_blank" rel="noopener noreferrer">a</a></p>',
  ],
  ['markdown', '[a](javascript:hit())', '<p><a>a</a></p>'],
  ['markdown', '[a](data:text/html,<script>hit()</script>)', '<p><a>a</a></p>'],
  ['markdown', '<script>hit()</script>after', 'after'],
  ['markdown', '`<b>code</b>`', '<p><code>&lt;b&gt;code&lt;/b&gt;</code></p>'],
  [
    'markdown',
    '![alt](https://example.com/x.png)',
    '<p><a href="https://example.com/x.png" rel="noopener noreferrer" target="_blank">alt</a></p>',
  ],
  ['markdown', 'value: $hostile', '<p>value: &lt;img src=x onerror=hit()&gt;</p>'],
  ['html', '<b onclick="hit()" id="x" class="y">a</b>', '<b>a</b>'],
  ['html', '<p style="color: red; position: fixed">a</p>', '<p style="color: red;">a</p>'],
  [
    'html',
    '<p style="background: url(https://example.com/x)">a</p>',
    '<p style="background-color: initial;">a</p>',
  ],
  ['html', '<img src="x" onerror="hit()">', '<a href="x">x</a>'],
  [
    'html',
    '<img src="data:image/gif;base64,R0lGODdh">',
    '<img src="data:image/gif;base64,R0lGODdh">',
  ],
  ['html', '<iframe src="https://example.com"></iframe>a', 'a'],
  ['html', '<svg onload="hit()"><a href="javascript:hit()">a</a></svg>b', 'b'],
  ['html', '<form action="/x"><input name="a"><button>b</button></form>c', 'bc'],
  ['html', '<style>* { display: none }</style><link rel="stylesheet" href="/x">a', 'a'],
  ['html', '<a href="java\nscript:hit()">a</a>', '<a>a</a>'],
  ['html', '<meta http-equiv="refresh" content="0;url=https://example.com">a', 'a'],
  ['html', '<math><mtext><table><mglyph><style><img src=x onerror=hit()>', ''],
];

let studio: PanelStudio;

beforeAll(async () => {
  studio = await panelStudio([
    {
      uid: 'texts',
      title: 'Texts',
      templating: {
        list: [{ type: 'constant', name: 'hostile', query: '<img src=x onerror=hit()>' }],
      },
      panels: TEXTS.map(([mode, content], index) => ({
        id: index + 1,
        type: 'text',
        title: content,
        gridPos: { x: (index % 4) * 6, y: Math.floor(index / 4) * 4, w: 6, h: 4 },
        options: { mode, content },
      })),
    },
  ]);
  await studio.page.evaluate('window.hit = () => { window.wasHit = true; }');
  await photograph(studio.page, { uid: 'texts', theme: 'dark', kiosk: true, expandRows: true });
});

afterAll(() => studio.close());

describe('a text panel shows only what is safe', () => {
  it.each(TEXTS.map((text, index) => [index + 1, ...text] as const))(
    '%d: %s: %s',
    async (id, _mode, _content, html) => {
      const found = `document.querySelector('[data-panel="${id}"] .markdown-html')?.innerHTML.trim()`;
      expect(await studio.page.evaluate(found)).toBe(html);
    },
  );
});

it('nothing ran, and nothing was fetched from elsewhere', async () => {
  expect(await studio.page.evaluate('window.wasHit === undefined')).toBe(true);
  expect(studio.log.dialogs).toEqual([]);
  const hosts = new Set(studio.log.requests.map((request) => new URL(request).hostname));
  expect([...hosts]).toEqual(['127.0.0.1']);
});
