import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { unknownName } from '../usage-error.ts';

/** What the reference says, on the terminal. */
export default {
  name: 'explain',
  define(command, io) {
    command
      .description('say what a finding means, and show what is reported and what is not')
      .argument('<code>', 'as it is printed: promql/unknown-label');
    return () => explain(io, command.args[0] ?? '');
  },
} satisfies Command;

async function explain(io: Io, name: string): Promise<ExitCode> {
  // Only what runs is loaded: every command is defined each time.
  const { CHECKS } = await import('../../analyze/index.ts');
  const { documented, documentedCodes } = await import('../codes/index.ts');
  const code = documentedCodes().find((each) => each === name);
  const docs = code && documented(code);
  if (docs === undefined) throw unknownName('code', name, documentedCodes());
  const check = CHECKS.find((each) => each.code === name);
  const lines =
    check === undefined
      ? [name, `  ${docs.summary}.`]
      : [
          `${check.severity} ${name}${check.optIn === true ? ' (off by default)' : ''}`,
          `  ${docs.summary}.`,
          '',
          `  ${docs.why}`,
          '',
          '  reported:',
          ...indented(check.docs.bad),
          '  not reported:',
          ...indented(check.docs.good),
          ...(check.optIn === true ? ['', `  turn it on: ${turnOn(check.code)}`] : []),
        ];
  io.out(`${lines.join('\n')}\n`);
  return EXIT.ok.code;
}

function turnOn(code: string): string {
  return `dashc check --enable ${code}, or defineSystem({ …, house: ['${code}'] })`;
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => `    ${line}`);
}
