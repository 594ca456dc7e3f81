import { describe, expect, it } from 'vitest';

import type { ImportPlan } from '../../../lib/import/index.ts';
import { importMetrics, isUntouched, stamped } from '../../../lib/import/index.ts';

const CATALOG = 'systems/shop/metrics.ts';

/** Imports texts as the command does; `present` is the file that is there. */
function imported(
  sources: readonly (readonly [name: string, text: string])[],
  present?: string,
): Promise<ImportPlan> {
  return importMetrics({
    sources: sources.map(([name, text]) => ({ name, text })),
    system: 'shop',
    present: undefined,
    existing: (file) => (file === CATALOG ? present : undefined),
    formatting: undefined,
    upgrade: false,
  });
}

/** The entries of the catalog that is made. */
async function catalogOf(
  ...sources: readonly (readonly [name: string, text: string])[]
): Promise<string> {
  const { files } = await imported(sources);
  const text = files.find((file) => file.path === CATALOG)?.text ?? '';
  return (
    text
      .slice(text.indexOf('defineCatalog([], '))
      .replace('defineCatalog([], ', '')
      .split('\n\n')[0] ?? ''
  );
}

const EXPOSED = `# HELP http_requests_total Requests\\nanswered, by "class".
# TYPE http_requests_total counter
http_requests_total{class="2xx",method="GET",instance="a:1",job="api"} 12 1700000000000
http_requests_total{class="5xx",method="POST",instance="a:1",job="api"} 0
# TYPE queue_depth gauge
queue_depth{state="ready",queue="a\\"b"} 1e3
queue_depth{state="unacked",queue="c"} +Inf
# HELP http_duration_seconds Time to answer.
# TYPE http_duration_seconds histogram
http_duration_seconds_bucket{route="/",le="0.1"} 1
http_duration_seconds_bucket{route="/",le="1.0"} 2
http_duration_seconds_bucket{route="/",le="+Inf"} 3
http_duration_seconds_sum{route="/"} 4
http_duration_seconds_count{route="/"} 3
# TYPE gc_seconds summary
gc_seconds{quantile="0.5"} NaN
gc_seconds{quantile="0.99"} 0.2
gc_seconds_sum 3
gc_seconds_count 9
# TYPE build_info gauge
build_info{version="1.2"} 1
nobody_said_total 5
`;

describe('what a target exposes', () => {
  it('becomes a catalog', async () => {
    expect(await catalogOf(['metrics.txt', EXPOSED])).toBe(`{
  build_info: { kind: 'info', help: 'Exposed without a help text.', labels: { version: any } },
  gc_seconds: {
    kind: 'summary',
    unit: 'seconds',
    help: 'Exposed without a help text.',
    quantiles: [0.5, 0.99],
  },
  http_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time to answer.',
    labels: { route: any },
    buckets: [0.1, 1],
  },
  http_requests_total: {
    kind: 'counter',
    unit: 'unknown',
    help: 'Requests\\nanswered, by "class".',
    labels: { class: any, method: ['GET', 'POST'] },
  },
  nobody_said_total: { kind: 'counter', unit: 'unknown', help: 'Exposed without a help text.' },
  queue_depth: {
    kind: 'gauge',
    unit: 'unknown',
    help: 'Exposed without a help text.',
    labels: { queue: any, state: ['ready', 'unacked'] },
  },
});`);
  });

  it('may be OpenMetrics, which tells units and other types', async () => {
    const text = `# TYPE sent counter
# UNIT sent bytes
sent_total{to="a"} 5 1700000000 # {trace_id="x"} 1
sent_created{to="a"} 1700000000
# TYPE app info
app_info{version="1"} 1
# TYPE power stateset
power{power="on"} 1
power{power="off"} 0
# EOF
`;
    expect(await catalogOf(['metrics.txt', text])).toBe(`{
  app_info: { kind: 'info', help: 'Exposed without a help text.', labels: { version: any } },
  power: {
    kind: 'gauge',
    unit: 'unknown',
    help: 'Exposed without a help text.',
    labels: { power: ['off', 'on'] },
  },
  sent_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Exposed without a help text.',
    labels: { to: any },
  },
});`);
  });

  it('may be what Prometheus knows: metadata and series', async () => {
    const metadata = {
      status: 'success',
      data: {
        hits_total: [{ type: 'counter', help: 'Hits.', unit: '' }],
        mixed: [
          { type: 'gauge', help: '', unit: '' },
          { type: 'counter', help: '', unit: '' },
        ],
      },
    };
    const series = { status: 'success', data: [{ __name__: 'hits_total', zone: 'a', job: 'api' }] };
    expect(
      await catalogOf(['m.json', JSON.stringify(metadata)], ['s.json', JSON.stringify(series)]),
    ).toBe(`{
  hits_total: { kind: 'counter', unit: 'unknown', help: 'Hits.', labels: { zone: any } },
  mixed: { kind: 'gauge', unit: 'unknown', help: 'Exposed without a help text.' },
});`);
  });

  it('makes a system where there is none', async () => {
    const { files } = await imported([['m.txt', 'up 1\n']]);
    expect(files.map(({ path, once }) => [path, once])).toEqual([
      ['systems/shop/stack.ts', true],
      ['systems/shop/index.ts', true],
      [CATALOG, undefined],
    ]);
  });
});

describe('a second import', () => {
  const before = `import { any, defineCatalog } from 'dashc';
import { stack } from './stack.ts';

/** Ours. */
export const app = defineCatalog(stack.jobs.shop, {
  // Since the beginning.
  hits_total: {
    kind: 'counter',
    unit: 'hits',
    help: 'What people wrote.',
    labels: { zone: ['a', 'b'] },
  },
  depth: { kind: 'gauge', unit: 'jobs', help: 'Jobs waiting.', range: [0, 10] },
  gone_total: { kind: 'counter', unit: 'things', help: 'It was here.' },
  sometimes: { kind: 'gauge', unit: 'things', help: 'Not always.', optional: true },
});
`;
  const now = `# TYPE hits_total counter
hits_total{zone="b",kind="x"} 1
hits_total{zone="c",kind="x"} 1
# TYPE depth counter
depth 1
# TYPE fresh_bytes gauge
fresh_bytes 5
`;

  it('adds what is new, keeps what people wrote, marks what vanished', async () => {
    const { files, entries } = await imported([['now.txt', now]], before);
    expect(files).toEqual([
      {
        path: CATALOG,
        merged: true,
        text: `import { any, defineCatalog } from 'dashc';
import { stack } from './stack.ts';

/** Ours. */
export const app = defineCatalog(stack.jobs.shop, {
  // Since the beginning.
  hits_total: {
    kind: 'counter',
    unit: 'hits',
    help: 'What people wrote.',
    labels: { zone: ['a', 'b', 'c'], kind: any },
  },
  depth: { kind: 'gauge', unit: 'jobs', help: 'Jobs waiting.', range: [0, 10] },
  // TODO(import): not exposed any more by now.txt
  gone_total: { kind: 'counter', unit: 'things', help: 'It was here.' },
  sometimes: { kind: 'gauge', unit: 'things', help: 'Not always.', optional: true },
  fresh_bytes: { kind: 'gauge', unit: 'bytes', help: 'Exposed without a help text.' },
});
`,
      },
    ]);
    expect(entries[0]?.notes).toEqual([
      'added: fresh_bytes',
      'labels or values added: hits_total',
      'not exposed any more: gone_total',
      'depth stays: it is declared as `gauge`, and looks like `counter`',
    ]);
  });

  it('changes nothing the next time', async () => {
    const once = (await imported([['now.txt', now]], before)).files[0]?.text ?? '';
    expect((await imported([['now.txt', now]], once)).files[0]?.text).toBe(once);
  });

  it('takes the mark away where the metric is back', async () => {
    const once = (await imported([['now.txt', now]], before)).files[0]?.text ?? '';
    const again = await imported(
      [['later.txt', `${now}# TYPE gone_total counter\ngone_total 1\n`]],
      once,
    );
    expect(again.files[0]?.text).not.toContain('TODO(import)');
    expect(again.files[0]?.text).toContain("gone_total: { kind: 'counter', unit: 'things'");
  });

  it('marks nothing where the source is about another part of the catalog', async () => {
    const { files } = await imported(
      [['now.txt', '# TYPE sometimes gauge\nsometimes 1\n']],
      before,
    );
    expect(files[0]?.text).toBe(before);
  });

  it('leaves a file of an import one of an import', async () => {
    const [, , first] = (await imported([['now.txt', now]])).files;
    const file = stamped(first?.text ?? '');
    const { files } = await imported([['now.txt', `${now}more 1\n`]], file);
    expect(files[0]?.merged).toBeUndefined();
    expect(files[0]?.text).toContain("more: { kind: 'gauge'");
    expect(isUntouched(stamped(files[0]?.text ?? ''))).toBe(true);
  });

  it.each([
    ['no TypeScript', 'export const = {', 'it is no TypeScript'],
    ['no catalog', 'export const a = 1;\n', 'there is no catalog in it'],
  ])('leaves alone what is %s', async (_, text, reason) => {
    const { files, entries } = await imported([['now.txt', now]], text);
    expect(files).toEqual([]);
    expect(entries[0]).toMatchObject({ outcome: 'failed', notes: [reason] });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a web page', '<html>', 'line 1 is no line of a text of metrics'],
    ['a broken line', 'up 1\nup{a="b" 1\n', 'line 2 is no line of a text of metrics'],
    ['truncated JSON', '{"status":"success","data":', 'it is no JSON: '],
    ['other JSON', '{"panels": [1]}', "it is no answer of Prometheus's API"],
    ['a list of numbers', '[1, 2]', "it is no answer of Prometheus's API"],
  ])('%s', async (_, text, note) => {
    const { files, entries } = await imported([['x', text]]);
    expect(files).toEqual([]);
    expect(entries[0]?.outcome).toBe('failed');
    expect(entries[0]?.notes[0]).toContain(note);
  });
});

describe('hostile texts are texts', () => {
  it.each([
    ['help', '# HELP a_total ${x}` */ evil() \u2028\na_total 1\n', "help: '${x}` */ evil()'"],
    ['a name', '{"__proto__"} 1\n', "['__proto__']: {"],
    ['a label', '{"a","it\'s"="b"} 1\n', `labels: { "it's": any }`],
    ['a value', 'a{b="x\'); evil(\'"} 1\na{b="y"} 1\n', 'labels: { b: any }'],
  ])('%s', async (_, text, source) => {
    expect(await catalogOf(['x', text])).toContain(source);
  });
});
