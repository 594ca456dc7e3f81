import type { ReceiptEntry } from '../../import/index.ts';
import { plural } from '../plural.ts';
import type { WrittenFile } from './write-plan.ts';

/** What an import did. */
export interface Receipt {
  readonly entries: readonly ReceiptEntry[];
  readonly files: readonly WrittenFile[];
  /** Number of things that the sources say and the result does not. */
  readonly lost: number;
  /** Number of sources of which nothing came. */
  readonly failed: number;
  /** Number of files that were left alone because people have edited them. */
  readonly skipped: number;
}

export function receiptOf(
  entries: readonly ReceiptEntry[],
  files: readonly WrittenFile[],
): Receipt {
  return {
    entries,
    files,
    lost: entries.reduce((sum, { lost }) => sum + lost.length, 0),
    failed: entries.filter(({ outcome }) => outcome === 'failed').length,
    skipped: files.filter(({ outcome }) => outcome === 'edited' || outcome === 'refused').length,
  };
}

export function renderReceipt(receipt: Receipt, format: 'text' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(receipt, null, 2)}\n`;
  const lines = [
    ...receipt.entries.flatMap(entryLines),
    ...receipt.files.map(
      ({ path, outcome, reason }) =>
        `${outcome.padEnd(9)} ${path}${reason === undefined ? '' : `: ${reason}`}`,
    ),
    summary(receipt),
  ];
  return `${lines.join('\n')}\n`;
}

function entryLines({ source, outcome, file, notes, typed, raw, lost }: ReceiptEntry): string[] {
  const parts = Object.entries(typed)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
  const result = [file, parts.join(', ')].filter((part) => part !== undefined && part !== '');
  return [
    `${outcome.padEnd(9)} ${source}${result.length === 0 ? '' : `: ${result.join(': ')}`}`,
    ...notes.map((note) => `          ${note}`),
    ...raw.map(({ place, reason }) => `  raw     ${place}: ${reason}`),
    ...lost.map(({ place, reason }) => `  LOST    ${place}: ${reason}`),
  ];
}

function summary({ entries, files, lost, failed, skipped }: Receipt): string {
  const imported = entries.filter(({ outcome }) => outcome === 'imported').length;
  const written = files.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length;
  const raw = entries.reduce((sum, entry) => sum + entry.raw.length, 0);
  const rest = [
    `${plural(written, 'file')} written`,
    `${raw} kept raw`,
    ...(skipped > 0 ? [`${plural(skipped, 'file')} left alone`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(lost > 0 ? [`${lost} LOST`] : []),
  ];
  return `${plural(imported, 'source')} imported: ${rest.join(', ')}`;
}
