import { transformSync } from '@swc/core';
import { describe, expect, it } from 'vitest';

import { fixture, imported } from './imported.ts';
import { mutated } from './mutate.ts';

const FIXTURES = ['shop-orders.json', 'old-rows.json'].map(fixture);
const RUNS = 2000;
const BATCH = 50;

describe('dashboards that were broken 2,000 times', () => {
  it.each(Array.from({ length: RUNS / BATCH }, (_, i) => i * BATCH))(
    'become TypeScript, or a sentence: from %i',
    async (first) => {
      const texts = Array.from({ length: BATCH }, (_, i) =>
        mutated(FIXTURES[(first + i) % FIXTURES.length]!, first + i),
      );
      const plan = await imported(texts);
      expect(plan.entries).toHaveLength(BATCH);
      for (const { outcome, notes, file } of plan.entries) {
        expect(outcome === 'failed' ? notes[0] : file).toMatch(/./);
      }
      for (const { path, text } of plan.files) {
        const options = { syntax: 'typescript' } as const;
        expect(() =>
          transformSync(text, { filename: path, jsc: { parser: options } }),
        ).not.toThrow();
        expect(text).not.toMatch(/[\p{Cs}\u2028\u2029]/u);
      }
    },
    60_000,
  );
});
