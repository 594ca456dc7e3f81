import { spawn } from 'node:child_process';

import { beforeAll, describe, expect, it } from 'vitest';

import { BIN, compileDashc, dashc } from './dashc.ts';

beforeAll(compileDashc);

const cwd = process.cwd();

describe('dashc promql', () => {
  it.each([
    {
      expression: 'sum(rate(x[300s]))by(job)',
      lines: [
        'sum by (job) (rate(x[5m]))',
        'vector',
        'unit: not known',
        'labels:',
        '  job  perhaps',
        '  no other: `sum by (job)` keeps only `job`',
      ],
    },
    { expression: '1 + 2', lines: ['1 + 2', 'scalar', 'unit: number'] },
    {
      expression: 'x_bytes_total{job="a"}[5m]',
      lines: [
        'x_bytes_total{job="a"}[5m]',
        'matrix',
        'unit: bytes, as far as names tell',
        'labels:',
        '  job  always: `a` (a matcher asks for it)',
        '  any other: perhaps',
      ],
    },
    {
      expression: 'a / on (job) b{zone=""}',
      lines: [
        'a / on (job) b{zone=""}',
        'vector',
        'unit: not known',
        'labels:',
        '  job   perhaps',
        '  zone  never: `on (job)` keeps only `job`',
        '  no other: `on (job)` keeps only `job`',
      ],
    },
    {
      expression: 'rate(x[$__rate_interval])',
      lines: [
        'rate(x[$__rate_interval])',
        'vector',
        'unit: not known',
        'labels:',
        '  any other: perhaps',
      ],
    },
  ])('says what is known of $expression', async ({ expression, lines }) => {
    const out = lines.map((line) => `${line}\n`).join('');
    expect(await dashc(['promql', expression], { cwd })).toEqual({ code: 0, out, err: '' });
  });

  it('knows the catalog of a system', async () => {
    const expression = 'sum by (nothing) (rate(invaders_bot_total[5m])) / on () up > 0.5';
    const { code, out } = await dashc(['promql', '--system', 'flashcastr', expression], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('  nothing  never: ');
  });

  it('refuses a system that is not there', async () => {
    const { code, err } = await dashc(['promql', '--system', 'flashcast', 'up'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('flashcastr');
  });

  it('takes an expression that starts with a sign', async () => {
    const { code, out } = await dashc(['promql', '--', '-x'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('-x\nvector\n');
  });

  it('marks a mistake', async () => {
    const { code, out, err } = await dashc(['promql', 'rate(x)'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n').slice(0, 4)).toEqual([
      'error promql/syntax',
      '  <argument>',
      '    rate(x)',
      '         ^',
    ]);
  });
});

describe('dashc promql --jsonl', () => {
  it('answers each line, whatever it is', async () => {
    const lines = [
      '{"expr": "sum(x) > 2"}',
      '{"expr": "rate(x)"}',
      '',
      '{"expr": 4}',
      '{"expr": "x',
    ];
    const { code, out, err } = await dashc(['promql', '--jsonl'], { cwd, input: lines.join('\n') });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const notAnObject = 'the line is not a JSON object with a string `expr`';
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { expr: 'sum(x) > 2', ok: true, type: 'vector', errors: [], tree: 'B(>,A(sum:V),N)' },
      {
        expr: 'rate(x)',
        ok: false,
        type: null,
        errors: [{ message: expect.any(String) as string, start: 5, end: 6 }],
        tree: null,
      },
      {
        expr: null,
        ok: false,
        type: null,
        errors: [{ message: notAnObject, start: 0, end: 11 }],
        tree: null,
      },
      {
        expr: null,
        ok: false,
        type: null,
        errors: [{ message: notAnObject, start: 0, end: 11 }],
        tree: null,
      },
    ]);
  });

  it('ends quietly when its reader does', async () => {
    const child = spawn(process.execPath, [BIN, 'promql', '--jsonl'], { cwd });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('{"expr": "sum(x)"}\n'.repeat(50_000));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
