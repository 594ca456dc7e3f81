import { Readable } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { EXIT } from '../../lib/cli/exit.ts';
import type { Io } from '../../lib/cli/io.ts';
import { main } from '../../lib/cli/main.ts';

/** Runs a command line without a process. */
async function run(args: readonly string[], changes: Partial<Io> = {}) {
  let [out, err] = ['', ''];
  const io: Io = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    flush: async () => undefined,
    input: Readable.from([]),
    cwd: '/',
    color: { out: false, err: false },
    elapsed: () => 0,
    ...changes,
  };
  return { code: await main(args, io), out, err };
}

describe('--help', () => {
  it('prints the commands and the table of exit codes', async () => {
    const { code, out, err } = await run(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Usage: dashc \[options\] \[command\]$/m);
    for (const name of ['build', 'check', 'explain', 'promql']) {
      expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
    expect(out).toMatch(
      /^ {2}4 {2}`build --check`, `drift`, `diff`, `review`: something differs$/m,
    );
  });

  it.each(['build', 'check', 'explain', 'promql'])('explains %s', async (name) => {
    const { code, out } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: dashc ${name} [options]`);
  });

  it('has every code once', () => {
    expect(Object.values(EXIT).map(({ code }) => code)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('--version', () => {
  it('prints the version of the package', async () => {
    const { code, out } = await run(['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a bug', () => {
  function failing(): never {
    throw new TypeError('x is undefined');
  }

  it('is one line, and how to report it', async () => {
    const { code, out, err } = await run(['promql', 'up'], { out: failing });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(
      /^dashc: this is a bug in dashc \d+\.\d+\.\d+: TypeError: x is undefined\n {2}please report it .*\n$/,
    );
  });

  it('shows its stack when that is asked for', async () => {
    const { code, err } = await run(['--debug', 'promql', 'up'], { out: failing });
    expect(code).toBe(3);
    expect(err).toMatch(/^ +at .*failing/m);
  });
});

describe('colours', () => {
  it('are as the reader of each stream wants them', async () => {
    const plain = await run(['promql', 'sum(']);
    const colored = await run(['promql', 'sum('], { color: { out: false, err: true } });
    expect(plain.err).not.toContain('\u001b');
    expect(colored.err).toContain('\u001b[31m');
  });
});
