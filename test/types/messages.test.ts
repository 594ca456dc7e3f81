import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runTool } from '../../lib/prove/index.ts';

interface Mistake {
  readonly name: string;
  readonly code: string;
  /** What the message says, in order or not: the compilers order unions differently. */
  readonly says: readonly string[];
}

const DIFFER =
  'label sets differ: aggregate both sides to the same labels, or pass on(...) / ignoring(...)';

const MISTAKES: readonly Mistake[] = [
  {
    name: 'unknown metric',
    code: 'm.messages_recieved_total',
    says: ["Did you mean 'messages_received_total'?"],
  },
  {
    name: 'unknown label in a matcher',
    code: "m.requests_total.where({ cod: '200' })",
    says: ["'cod' does not exist", "Did you mean to write 'code'?"],
  },
  {
    name: 'value that a label cannot have',
    code: "m.queue_depth.where({ queue: 'brodcast' })",
    says: ['Type \'"brodcast"\' is not assignable', 'Did you mean \'"broadcast"\'?'],
  },
  {
    name: 'value that a label cannot have, in not()',
    code: "m.queue_depth.where({ queue: not('brodcast') })",
    says: ['Argument of type \'"brodcast"\'', '"broadcast" | "cleanup"'],
  },
  {
    name: 'rate of a gauge',
    code: 'm.queue_depth.rate()',
    says: ["Property 'rate' does not exist on type 'Gauge<{ queue: "],
  },
  {
    name: 'increase of a histogram',
    code: "m.request_duration_seconds.increase('1h')",
    says: ["Property 'increase' does not exist on type 'Histogram<{ route: string; "],
  },
  {
    name: 'rate of a rate',
    code: 'm.requests_total.rate().rate()',
    says: ["Property 'rate' does not exist on type 'Vec<", '"route"'],
  },
  {
    name: 'quantile of a counter',
    code: 'm.requests_total.quantile(0.9)',
    says: ["Property 'quantile' does not exist on type 'Counter<{ code: "],
  },
  {
    name: 'quantile of a gauge',
    code: 'm.queue_depth.quantile(0.9)',
    says: ["Property 'quantile' does not exist on type 'Gauge<{ queue: ", "'quantileOf'"],
  },
  {
    name: 'by a label that never was',
    code: "m.requests_total.rate().sumBy('queue')",
    says: ['Argument of type \'"queue"\'', '"code"', '"route"'],
  },
  {
    name: 'by a label that is gone',
    code: "m.requests_total.rate().sumBy('code').maxBy('route')",
    says: ['Argument of type \'"route"\'', 'parameter of type \'"code"\''],
  },
  {
    name: 'without a label that is gone',
    code: "m.requests_total.rate().sumBy('code').sumWithout('route')",
    says: ['Argument of type \'"route"\'', 'parameter of type \'"code"\''],
  },
  {
    name: 'by a label that the histogram has not',
    code: "m.request_duration_seconds.quantile(0.9, { by: ['code'] })",
    says: ['Type \'"code"\' is not assignable', '"route"'],
  },
  {
    name: 'legend with a label that is gone',
    code: "m.requests_total.rate().sumBy('code').legend('{{code}} {{route}}')",
    says: ['"legend names a label the result does not carry", "{{route}}"'],
  },
  {
    name: 'legend around a number with a label that is gone',
    code: '[0.5].map((q) => m.request_duration_seconds.quantile(q).legend(`p${q * 100} {{route}}`))',
    says: ['"legend names a label the result does not carry", "{{route}}"'],
  },
  {
    name: 'labels that never match',
    code: 'm.messages_failed_total.rate().div(m.messages_received_total.rate())',
    says: [DIFFER, '"only left: error_type" | "only right: user_id"'],
  },
  {
    name: 'one side aggregated',
    code: "m.sessions_total.rate().sumBy('job').div(m.queue_depth.sumBy('job', 'queue'))",
    says: [DIFFER, '"only right: queue"'],
  },
  {
    name: 'on() a label that the right side has not',
    code: "m.messages_failed_total.rate().div(m.messages_received_total.rate(), on('error_type'))",
    says: ['"on(...) names a label that the right side does not carry", "error_type"'],
  },
  {
    name: 'on() a label that the left side has not',
    code: "m.messages_failed_total.rate().div(m.messages_received_total.rate(), on('user_id'))",
    says: ['"on(...) names a label that the left side does not carry", "user_id"'],
  },
  {
    name: 'ignoring() too little',
    code: "m.messages_failed_total.rate().div(m.messages_received_total.rate(), ignoring('error_type'))",
    says: ['"label sets still differ with ignoring(...)", "only right: user_id"'],
  },
  {
    name: 'group_left of a label that the right side has not',
    code: "m.up.mul(m.build_info, on('instance').groupLeft('queue'))",
    says: ['"group_left includes a label that the right side does not carry", "queue"'],
  },
  {
    name: 'group_right of a label that the left side has not',
    code: "m.build_info.mul(m.up, on('instance').groupRight('queue'))",
    says: ['"group_right includes a label that the left side does not carry", "queue"'],
  },
  {
    name: 'label_replace from a label that is gone',
    code: "m.up.maxBy('job').labelReplace('host', '$1', 'instance', '(.*):.*')",
    says: ['Argument of type \'"instance"\'', 'parameter of type \'"job"\''],
  },
  {
    name: 'offset of what is no selector',
    code: "m.up.maxBy('job').offset('1d')",
    says: ["Property 'offset' does not exist on type 'Vec<\"job\">'"],
  },
  {
    name: 'arithmetic with a raw counter',
    code: 'm.sessions_total.div(2)',
    says: ["Property 'div' does not exist on type 'Counter<{ "],
  },
  {
    name: 'a raw counter on the right',
    code: "m.sessions_total.rate().sumBy('job').div(m.requests_total)",
    says: ["Argument of type 'Counter<{ code: ", '| Labelled<"job">'],
  },
  {
    name: 'or vector(0) on a labelled vector',
    code: "m.requests_total.rate().sumBy('code').orZero()",
    says: [
      '"or vector(0) on a labelled vector adds a series instead of a default: aggregate the labels away first", "code"',
    ],
  },
  {
    name: 'or of unlike vectors',
    code: "m.up.maxBy('job').or(m.queue_depth.maxBy('queue'))",
    says: [
      '"the branches of `or` carry different labels',
      '"only left: job" | "only right: queue"',
    ],
  },
  {
    name: 'and of unlike vectors',
    code: "m.up.maxBy('job').and(m.queue_depth.maxBy('job', 'queue'))",
    says: [DIFFER, '"only right: queue"'],
  },
  {
    name: 'bad duration',
    code: "m.requests_total.rate('5x')",
    says: ['Argument of type \'"5x"\'', "parameter of type 'TimeRange"],
  },
  {
    name: 'quantile that a summary has not',
    code: 'm.gc_pause_seconds.quantile(0.9)',
    says: ["Argument of type '0.9'", "parameter of type '0.5 | 0.99'"],
  },
  {
    name: 'bound that is no bucket',
    code: 'm.request_duration_seconds.share(2)',
    says: ["Argument of type '2'", '0.1', '0.5'],
  },
  {
    name: 'absent() with a label that the metric has not',
    code: "m.up.absent('queue')",
    says: ['Argument of type \'"queue"\'', '"job"', '"instance"', '"tier"'],
  },
  {
    name: 'annotation with a label that is gone',
    code: "alert({ ...spec, summary: 'Backlog of {{ $labels.instance }}' })",
    says: ['"annotation names a label the alert does not carry", "$labels.instance"'],
  },
];

const PREAMBLE = (root: string) => `
import { alert, constant, given, ignoring, not, on } from '${root}/lib/index.ts';
import { m } from '${root}/test/promql/shop.ts';
const depth = given(m.queue_depth, { queue: 'broadcast' }, constant(1));
const spec = {
  name: 'Backlog', expr: m.queue_depth.maxBy('queue').gt(100), severity: 'warning', description: 'Jobs wait.',
  runbook: { meaning: '', impact: '', diagnosis: [], mitigation: [] },
  cases: [{ name: 'fires', given: [depth], at: '5m', fires: [{ summary: '' }] }, { name: 'quiet', given: [], at: '5m' }],
} as const;
void [alert, spec, ignoring, not, on];
`;

describe.each([
  ['TypeScript 5.9', 'typescript/bin/tsc'],
  ['TypeScript 7', 'typescript-native/bin/tsc'],
])('%s', (_, compiler) => {
  let folder: string;
  let first: number;
  /** What it printed for each line of the file. */
  let printed: Map<number, string[]>;
  let others: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dashc-messages-'));
    const preamble = PREAMBLE(relative(folder, resolve('.')));
    first = preamble.split('\n').length;
    await writeFile(
      join(folder, 'mistakes.ts'),
      preamble + MISTAKES.map(({ code }) => `${code};\n`).join(''),
    );
    const config = {
      extends: resolve('tsconfig.base.json'),
      compilerOptions: { noEmit: true, lib: ['es2022'], types: [] },
      include: ['*.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = resolve('node_modules', compiler);
    const run = await runTool(process.execPath, [tsc, '-p', folder, '--pretty', 'false']);
    printed = byLine(run.stdout);
    others = run.stdout.split('\n').filter((text) => /^(?!.*mistakes\.ts)\S/.test(text));
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true }));

  it.each(MISTAKES)('refuses in one line: $name', ({ code, says }) => {
    const line = first + MISTAKES.findIndex((mistake) => mistake.code === code);
    const [message, ...more] = printed.get(line) ?? [];
    expect(more).toEqual([]);
    for (const part of says) expect(message).toContain(part);
  });

  it('finds nothing wrong with the library where neither Node nor a browser is known', () => {
    expect(others).toEqual([]);
  });

  it.each(MISTAKES)('is short: $name', ({ code }) => {
    const line = first + MISTAKES.findIndex((mistake) => mistake.code === code);
    expect(printed.get(line)?.[0]?.length).toBeLessThan(420);
  });
});

/** The lines of output about each line of `mistakes.ts`; lines that explain further are indented. */
function byLine(output: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  let current: string[] = [];
  for (const text of output.split('\n').filter((l) => l !== '')) {
    const [, file, line] = /^(\S+)\((\d+),\d+\): error /.exec(text) ?? [];
    if (file !== undefined) {
      current = (file.endsWith('mistakes.ts') && found.get(Number(line))) || [];
      if (file.endsWith('mistakes.ts')) found.set(Number(line), current);
    }
    current.push(text.replace(/^.*: error TS\d+: /, ''));
  }
  return found;
}
