import { describe, expect, it } from 'vitest';

import { imported, sourceOf } from './imported.ts';
import { HOSTILE } from './mutate.ts';

const TEXTS = HOSTILE.filter(
  (value) => typeof value === 'string' && value !== '__proto__',
) as string[];

/** Every text of a dashboard says `text`. */
function saying(text: string): string {
  return JSON.stringify({
    schemaVersion: 39,
    uid: 'board',
    title: text,
    description: text,
    tags: [text],
    links: [{ type: 'link', title: text, url: text, tooltip: text, icon: text }],
    annotations: { list: [{ name: text, expr: text, iconColor: text, datasource: text }] },
    templating: {
      list: [
        { type: 'query', name: text, label: text, query: text, regex: text, datasource: text },
        {
          type: 'custom',
          name: `${text}2`,
          query: `${text} : ${text},b`,
          current: { value: text },
        },
        { type: text, name: text, query: text },
      ],
    },
    panels: [
      { type: 'row', title: text, repeat: text },
      {
        id: 1,
        type: 'timeseries',
        title: text,
        description: text,
        datasource: { type: text, uid: text },
        links: [{ title: text, url: text }],
        interval: text,
        timeFrom: text,
        repeat: text,
        targets: [
          { refId: text, expr: text, legendFormat: text, interval: text, format: text },
          { refId: 'B', expr: `up{job=${JSON.stringify(text)}}`, legendFormat: `{{${text}}}` },
        ],
        fieldConfig: {
          defaults: {
            unit: text,
            noValue: text,
            displayName: text,
            color: { mode: 'fixed', fixedColor: text },
            mappings: [{ type: 'value', options: { [text]: { text, color: text } } }],
            thresholds: { mode: text, steps: [{ color: text, value: null }] },
            custom: { drawStyle: text, axisLabel: text, [text]: text },
            links: [{ title: text, url: text }],
          },
          overrides: [
            { matcher: { id: 'byName', options: text }, properties: [{ id: text, value: text }] },
            { matcher: { id: text, options: text }, properties: [{ id: 'unit', value: text }] },
          ],
        },
        options: { legend: { calcs: [text], sortBy: text }, [text]: text },
        transformations: [{ id: text, options: { [text]: text } }],
        [text]: text,
      },
      { id: 2, type: text, title: text, [text]: { [text]: [text] } },
      { id: 3, type: 'text', title: text, options: { content: text, mode: text } },
    ],
    [text]: { [text]: text },
  });
}

describe('a text that is a dashboard’s', () => {
  it.each(TEXTS.map((text) => [JSON.stringify(text), text]))(
    'stays a text wherever it stands: %s',
    async (_name, text) => {
      const plan = await imported([saying(text)]);
      const source = sourceOf(plan);
      expect(plan.entries[0]?.outcome).toBe('imported');
      // What is evaluated is what is printed: a text that broke out would be lost, or no TypeScript.
      expect(plan.entries[0]?.lost).toEqual([]);
      expect(source).not.toMatch(/[\p{Cs}\u2028\u2029\ufeff]/u);
      expect(source.split('\n').filter((line) => /^\s*throw|^\s*alert/.test(line))).toEqual([]);
    },
    30_000,
  );
});
