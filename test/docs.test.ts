import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { driftOf } from '../scripts/docs/drift.ts';
import { anchor, code, prose, table } from '../scripts/docs/markdown.ts';
import { pages } from '../scripts/docs/pages.ts';

const ROOT = join(__dirname, '..');
const all = pages(ROOT);

it('docs/ is what the definitions say, and `npm run docs` has nothing to write', () => {
  expect(driftOf(ROOT, all)).toEqual([]);
});

describe.each([...all])('%s', (file, text) => {
  const links = [...withoutCode(text).matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);

  it('links to files that are there', () => {
    const files = links.map((link) => link.replace(/#.*$/, '')).filter((link) => link !== '');
    const missing = files.filter((link) => !existsSync(join(ROOT, dirname(file), link)));
    expect(missing).toEqual([]);
  });

  it('links to one heading each', () => {
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));
    const named = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
    const wrong = named.filter((name) => anchors.filter((each) => each === name).length !== 1);
    expect(wrong).toEqual([]);
  });
});

/** In code a bracket is no link. */
function withoutCode(text: string): string {
  return text.replaceAll(/^```[^]*?^```$/gm, '').replaceAll(/(`+)[^]*?[^`]\1(?!`)/g, '');
}

describe('a page', () => {
  it.each([
    ['up == 0', '`up == 0`'],
    ['{job="a"} |= `x`', '`` {job="a"} |= `x` ``'],
    ['a `b` c', '``a `b` c``'],
    ['``', '``` `` ```'],
  ])('has %s as code', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it.each([
    ['ask <instance> itself', 'ask &lt;instance> itself'],
    ['ask `<instance>` itself', 'ask `<instance>` itself'],
  ])('has %s as text', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  it.each([
    ['Flashes Processing', 'flashes-processing'],
    ['Fluxbase - Overview', 'fluxbase---overview'],
    ['Of `node_exporter`, 1.9', 'of-node_exporter-19'],
  ])('has %s as a heading', (heading, expected) => {
    expect(anchor(heading)).toBe(expected);
  });

  it('has cells that end where they should', () => {
    expect(table(['a', 'b'], [['x|y', 'one\n  two ']])).toEqual([
      '| a | b |',
      '|---|---|',
      String.raw`| x\|y | one two |`,
    ]);
  });
});
