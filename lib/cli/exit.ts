/** What the process ends with. `--help` prints this table. */
export const EXIT = {
  ok: { code: 0, meaning: 'nothing to complain about' },
  findings: { code: 1, meaning: 'at least one error was found; nothing was written' },
  usage: { code: 2, meaning: 'unknown command, flag, argument or system' },
  bug: { code: 3, meaning: 'a bug in dashc: please report it' },
  drift: { code: 4, meaning: '`build --check`, `drift`, `diff`, `review`: something differs' },
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]['code'];

/** The table as text, a row a line. */
export function exitTable(): string {
  return Object.values(EXIT)
    .map(({ code, meaning }) => `  ${code}  ${meaning}`)
    .join('\n');
}
