import { createColors } from 'picocolors';

import type { MutatedSystem, Reached, TestedSystem } from '../../prove/index.ts';
import { plural } from '../plural.ts';
import type { ReportedTest } from './tests-of.ts';

/**
 * Tests for a person: what failed, with its difference; edges that there are none of, and why; a line a system.
 *
 * @example
 * failed FlashcastrQueueBacklog: is quiet at exactly 1000
 *   alerts/flashcastr/consumer.ts:251
 *     at 1h:
 *     - is quiet
 *     + fires
 */
export function testsText(tests: readonly ReportedTest[], color: boolean): string {
  const colors = createColors(color);
  const paint = (line: string) =>
    line.startsWith('-') ? colors.red(line) : line.startsWith('+') ? colors.green(line) : line;
  const failed = tests
    .filter(({ status }) => status === 'failed')
    .map(({ alert, title, text, ...at }) =>
      [
        `${colors.bold(colors.red('failed'))} ${alert}: ${title}`,
        `  ${colors.dim(place(at))}`,
        ...text.split('\n').map((line) => `    ${paint(line)}`),
        '',
      ].join('\n'),
    );
  const skipped = tests
    .filter(({ status }) => status === 'skipped')
    .map(({ alert, title, text }) =>
      colors.dim(`${text}: ${alert}: ${title.replace('edge: ', '')}`),
    );
  const systems = [...new Set(tests.map(({ system }) => system))].map((system) =>
    countsLine(
      system,
      tests.filter((test) => test.system === system),
      colors,
    ),
  );
  return [...failed, ...skipped, ...(skipped.length > 0 ? [''] : []), ...systems]
    .map((line) => `${line}\n`)
    .join('');
}

function countsLine(
  system: string,
  tests: readonly ReportedTest[],
  colors: ReturnType<typeof createColors>,
): string {
  const alerts = new Set(tests.map(({ alert }) => alert)).size;
  const run = tests.filter(({ status }) => status !== 'skipped');
  const edges = run.filter(({ title }) => title.startsWith('edge: ')).length;
  const failures = run.filter(({ status }) => status === 'failed').length;
  const verdict = failures === 0 ? colors.green('passed') : colors.red(`${failures} failed`);
  return `${system}: ${plural(alerts, 'alert')}, ${plural(run.length - edges, 'case')}, ${plural(edges, 'edge')}: ${verdict}`;
}

function place({ file, line }: Pick<ReportedTest, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}

const COLUMNS = ['alerts', 'branches', 'recordings', 'labels'] as const;

/** A table with a row a system, and below it what no case reaches. */
export function coverageText(systems: readonly TestedSystem[]): string {
  const rows = [
    ['', ...COLUMNS],
    ...systems.map(({ system, coverage }) => [
      system.name,
      ...COLUMNS.map((column) => share(coverage[column])),
    ]),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const table = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths?.[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const missed = systems.flatMap(({ system, coverage }) =>
    COLUMNS.flatMap((column) =>
      coverage[column].missed.map((name) => `not reached: ${system.name}, ${column}: ${name}`),
    ),
  );
  const dead = systems.flatMap(({ system, coverage }) =>
    coverage.dead.map((name) => `cannot be reached: ${system.name}, branches: ${name}`),
  );
  return [...table, ...(missed.length + dead.length > 0 ? ['', ...missed, ...dead] : []), '']
    .map((line) => `${line}\n`)
    .join('');
}

function share({ reached, total }: Reached): string {
  const percent = total === 0 ? 100 : Math.floor((reached / total) * 100);
  return `${reached}/${total} ${percent} %`;
}

/** Survivors with their places, and the score of each system. */
export function mutationText(
  systems: readonly (MutatedSystem & { readonly score: number })[],
  color: boolean,
): string {
  const colors = createColors(color);
  const survivors = systems.flatMap(({ survivors: alive }) =>
    alive.map(({ alert, mutant: { kind, change, where } }) =>
      [
        `${colors.yellow('survived')} ${alert}: ${kind}`,
        `  ${colors.dim(place(where))}`,
        `    ${colors.red(`- ${change[0]}`)}`,
        `    ${colors.green(`+ ${change[1]}`)}`,
        '',
      ].join('\n'),
    ),
  );
  const scores = systems.map(({ name, killed, survivors: alive, equivalent, score }) => {
    const percent = (Math.floor(score * 1_000) / 10).toFixed(1);
    return `${name}: ${killed} of ${plural(killed + alive.length, 'mutant')} killed, ${percent} % (${equivalent.length} proved to be the same rule)`;
  });
  return [...survivors, ...scores].map((line) => `${line}\n`).join('');
}
