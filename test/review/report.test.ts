import { describe, expect, it } from 'vitest';

import {
  describeFile,
  GITHUB_LIMIT,
  renderReviewJson,
  renderReviewMarkdown,
  renderReviewText,
} from '../../lib/review/index.ts';
import { alert, board, graph, reviewed, rules } from './files.ts';

const SMALL = reviewed(
  { ...board([graph('Requests')]), ...rules(alert('A', 'count(up) > 0')), 'start.sh': 'a\n' },
  { ...board([graph('Traffic')]), ...rules(alert('A', 'count(up) < 0')), 'start.sh': 'b\n' },
);

describe('a review', () => {
  it('as text', () => {
    expect(renderReviewText(SMALL, false)).toBe(`dashboard "Shop" · shop.json
  ~ panel "Requests" renamed to "Traffic"

rules.yml
  ~ alert \`A\`: limit \`> 0\` to \`< 0\`

start.sh
  ~ 1 line added, 1 line removed
      @@ line 1 @@
      -a
      +b

what that does to the rest (1 finding)
  ! alert \`A\` can no longer fire: \`<\` is never true
`);
  });

  it('as Markdown', () => {
    expect(renderReviewMarkdown(SMALL))
      .toBe(`**3 changes: 1 in dashboards, 1 in rules and 1 in other files**

What that does to the rest:

- **Careful:** alert \`A\` can no longer fire: \`<\` is never true

<details><summary><b>dashboard "Shop"</b> <code>shop.json</code> (1 change)</summary>

- panel "Requests" renamed to "Traffic"

</details>

<details><summary><b>rules.yml</b> (1 change)</summary>

- alert \`A\`: limit \`> 0\` to \`< 0\`

</details>

<details><summary><b>start.sh</b> (1 change)</summary>

- 1 line added, 1 line removed

  \`\`\`diff
  @@ line 1 @@
  -a
  +b
  \`\`\`

</details>
`);
  });

  it('as JSON', () => {
    expect(JSON.parse(renderReviewJson(SMALL))).toEqual({
      summary: '3 changes: 1 in dashboards, 1 in rules and 1 in other files',
      changes: [
        {
          kind: 'panel-renamed',
          dashboard: 'shop',
          panel: 1,
          file: 'shop.json',
          path: ['dashboard "Shop"'],
          message: 'panel "Requests" renamed to "Traffic"',
          before: 'Requests',
          after: 'Traffic',
          text: 'panel "Requests" renamed to "Traffic"',
        },
        {
          kind: 'expression-limit',
          rule: 'A',
          file: 'rules.yml',
          path: ['alert `A`'],
          message: 'limit `> 0` to `< 0`',
          before: 'count(up) > 0',
          after: 'count(up) < 0',
          text: 'alert `A`: limit `> 0` to `< 0`',
        },
        {
          kind: 'file-changed',
          file: 'start.sh',
          path: [],
          message: '1 line added, 1 line removed',
          lines: ['@@ line 1 @@', '-a', '+b'],
          text: '1 line added, 1 line removed',
        },
      ],
      impacts: [
        {
          kind: 'cannot-fire',
          message: 'alert `A` can no longer fire: `<` is never true',
          affected: ['alert `A`'],
        },
      ],
    });
  });

  it('without changes', () => {
    const none = reviewed(board([]), board([]));
    expect(renderReviewText(none, false)).toBe('');
    expect(renderReviewMarkdown(none)).toBe('Dashboards, rules and stack stay as they are.\n');
  });

  it('is no longer than GitHub accepts, and says what is missing', () => {
    const files = (text: string) =>
      Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [
          `file-${i}.sh`,
          `${text} ${i} ${'x'.repeat(300)}\n`,
        ]),
      );
    const markdown = renderReviewMarkdown(reviewed(files('a'), files('b')));
    expect(markdown.length).toBeLessThanOrEqual(GITHUB_LIMIT);
    expect(markdown.length).toBeGreaterThan(GITHUB_LIMIT * 0.95);
    expect(markdown).toMatch(
      /\n\*\*\d+ more changes\*\* did not fit into this comment: run `dashc diff` to see all\.\n$/,
    );
    expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
  });
});

describe('a title that means harm', () => {
  const TITLE =
    '<img src=x onerror=alert(1)> @everyone `</details>` [x](http://evil.example)\u001b[31m\u202e\n# Big';
  const bad = reviewed(board([graph('Requests')]), board([graph(TITLE)]));

  it('is text on a page', () => {
    const line =
      renderReviewMarkdown(bad)
        .split('\n')
        .find((each) => each.startsWith('- ')) ?? '';
    expect(line).toBe(
      '- panel "Requests" renamed to "&lt;img src=x onerror=alert(1)&gt; @<!-- -->everyone \'&lt;/details&gt;\' \\[x\\](http<!-- -->://evil.example) \\[3…"',
    );
  });

  it('is one line without colours on a terminal', () => {
    const text = renderReviewText(bad, false);
    expect(text.split('\n')).toHaveLength(3);
    // eslint-disable-next-line no-control-regex -- what a terminal would obey
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('describeFile', () => {
  const [before, after] = [board([graph('Requests')]), board([graph('Traffic')])];
  const [few, more] = [rules(alert('A', 'x > 1')), rules(alert('A', 'x > 2'))];

  it.each([
    [
      'shop.json',
      before['shop.json'],
      after['shop.json'],
      ['panel "Requests" renamed to "Traffic"'],
    ],
    ['rules.yml', few['rules.yml'], more['rules.yml'], ['alert `A`: limit `> 1` to `> 2`']],
    ['rules.yml', few['rules.yml'], few['rules.yml'], []],
    ['start.sh', 'a\n', 'b\n', []],
    ['shop.json', '{', after['shop.json'], ['dashboard "Shop" added, with 1 panel']],
  ])('%s', (path, old = '', young = '', said) => {
    expect(describeFile(path, old, young)).toEqual(said);
  });
});
