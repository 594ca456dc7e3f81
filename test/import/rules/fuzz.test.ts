import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { importMetrics, importRules } from '../../../lib/import/index.ts';

const SHOP = readFileSync(path.join(__dirname, 'shop-rules.yaml'), 'utf8');
const NODE = readFileSync(path.join(__dirname, '../metrics/fixtures/node.txt'), 'utf8');

/** What people and machines break texts with. */
const PIECES = [
  ...['"', "'", '`', '${x}', '\\', '\n', '\t', '\u2028', '\ud800', '\0', '#', ': ', '- ', '{', '}'],
  ...[
    '[',
    ']',
    '&a',
    '*a',
    '<<: ',
    '__proto__',
    '|',
    '>',
    '(',
    ')',
    '=~',
    ' by (',
    '1e999',
    '-',
    '*/',
  ],
];

interface Edit {
  readonly at: number;
  readonly gone: number;
  readonly piece: string;
}

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.integer({ min: 0, max: 12 }),
    piece: fc.constantFrom(...PIECES),
  }),
  { minLength: 1, maxLength: 4 },
);

function broken(text: string, changes: readonly Edit[]): string {
  return changes.reduce((now, { at, gone, piece }) => {
    const index = Math.floor(at * now.length);
    return now.slice(0, index) + piece + now.slice(index + gone);
  }, text);
}

/** `sourceText` refuses to make what is no TypeScript, so that an import that ends has made what is. */
describe('broken texts are imported or refused', () => {
  it('rules', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const text = broken(SHOP, changes);
        const { files, entries } = await importRules({
          ...REQUEST,
          sources: [{ name: 'x', text }],
        });
        expect(entries.length).toBeGreaterThan(0);
        expect(files.every((file) => file.text.endsWith('\n'))).toBe(true);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 120_000);

  it('metrics', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const text = broken(NODE, changes);
        const { entries } = await importMetrics({ ...REQUEST, sources: [{ name: 'x', text }] });
        expect(entries.length).toBe(1);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 120_000);
});

const REQUEST = {
  system: 'shop',
  present: undefined,
  existing: () => undefined,
  formatting: undefined,
  upgrade: false,
} as const;
