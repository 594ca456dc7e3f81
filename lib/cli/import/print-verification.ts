import { plural } from '../plural.ts';

/** What became of one source. */
export interface VerifiedFile {
  readonly source: string;
  readonly outcome: 'lossless' | 'different' | 'failed' | 'skipped';
  /** Paths that differ, or why it failed. */
  readonly differences: readonly string[];
  /** Number of things that became typed calls, and of those that could. */
  readonly typed: Readonly<Record<string, number>>;
  readonly possible: Readonly<Record<string, number>>;
  /** Of its import. */
  readonly milliseconds: number;
}

export interface Verification {
  readonly files: readonly VerifiedFile[];
  /** What the type checker and the loader say of the sources that were made. */
  readonly problems: readonly string[];
  readonly isLossless: boolean;
  readonly milliseconds: {
    readonly import: number;
    readonly compile: number;
    readonly total: number;
  };
}

export function renderVerification(verification: Verification, format: 'text' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(verification, null, 2)}\n`;
  const { files, problems, milliseconds } = verification;
  const lines = [
    ...files.flatMap(fileLines),
    ...problems.slice(0, MANY).map((problem) => `type      ${problem}`),
    ...(problems.length > MANY ? [`type      and ${problems.length - MANY} more`] : []),
    summary(files),
    `${plural(problems.length, 'type error')}; ` +
      `imported in ${seconds(milliseconds.import)}, type-checked and compiled in ${seconds(milliseconds.compile)}`,
  ];
  return `${lines.join('\n')}\n`;
}

const MANY = 20;

function fileLines({ source, outcome, differences, typed, possible, milliseconds }: VerifiedFile) {
  const shares = SHARES.flatMap(([what, part, whole]) => {
    const all = possible[whole] ?? 0;
    return all === 0 ? [] : [`${what} ${percent(typed[part] ?? possible[part] ?? 0, all)}`];
  });
  const head = [
    outcome.padEnd(9),
    source,
    ...(shares.length === 0 ? [] : [`(${shares.join(', ')})`]),
  ];
  return [
    `${head.join(' ')} ${milliseconds} ms`,
    ...differences.slice(0, MANY).map((path) => `  ${path}`),
    ...(differences.length > MANY ? [`  and ${differences.length - MANY} more`] : []),
  ];
}

/** What is counted: its name, the key of what became typed, the key of all of it. */
const SHARES = [
  ['panels', 'panels', 'panels'],
  ['fields', 'typed fields', 'fields'],
  ['queries', 'typed queries', 'typed queries'],
  ['rules', 'rules', 'rules'],
] as const;

function summary(files: readonly VerifiedFile[]): string {
  const count = (outcome: VerifiedFile['outcome']) =>
    files.filter((file) => file.outcome === outcome).length;
  const shares = SHARES.flatMap(([what, part, whole]) => {
    const all = sum(files, ({ possible }) => possible[whole]);
    const typed = sum(files, (file) => file.typed[part] ?? file.possible[part]);
    return all === 0 ? [] : [`${what} ${percent(typed, all)} typed`];
  });
  const compared = files.length - count('skipped');
  return [
    `${count('lossless')} of ${plural(compared, 'file')} lossless`,
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
    ...(count('skipped') > 0 ? [`${count('skipped')} skipped`] : []),
    ...shares,
  ].join(', ');
}

function sum(
  files: readonly VerifiedFile[],
  of: (file: VerifiedFile) => number | undefined,
): number {
  return files.reduce((total, file) => total + (of(file) ?? 0), 0);
}

function percent(part: number, whole: number): string {
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
