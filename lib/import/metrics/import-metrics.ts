import type { Metric } from '../../catalog/index.ts';
import type { ImportPlan, ImportRequest, PlannedFile, ReceiptEntry } from '../import-plan.ts';
import { formatted, ofAnyLength } from '../source/index.ts';
import { bodyOf, isUntouched } from '../stamp.ts';
import { catalogFile, libraryOf, otherSystemFiles } from '../system/index.ts';
import { mergeCatalog, type MergedCatalog } from './merge-catalog.ts';
import { readApi } from './read-api.ts';
import { readText } from './read-text.ts';
import { seenMetrics } from './seen-metrics.ts';
import { Seen } from './seen.ts';

/** Makes a catalog of what targets expose and of what Prometheus knows of them, or adds that to the one that is there. */
export async function importMetrics(request: ImportRequest): Promise<ImportPlan> {
  const seen = new Seen();
  const read = request.sources.map(({ name, text }): ReceiptEntry => {
    const before = seen.families.size + seen.series.size;
    const problem = readInto(text, seen);
    if (problem !== undefined)
      return { ...NOTHING, source: name, outcome: 'failed', notes: [problem] };
    const isEmpty = seen.families.size + seen.series.size === before;
    return isEmpty && text.trim() === ''
      ? { ...NOTHING, source: name, outcome: 'skipped', notes: ['it is empty'] }
      : { ...NOTHING, source: name, outcome: 'imported', notes: [] };
  });
  const metrics = seenMetrics(seen);
  if (metrics.length === 0 || read.some(({ outcome }) => outcome === 'failed')) {
    return { files: [], entries: read };
  }
  const path = `systems/${request.system}/metrics.ts`;
  const existing = request.existing(path);
  const made =
    existing === undefined
      ? await fresh(request, metrics)
      : await merged(request, path, existing, metrics);
  // All sources make one catalog: the first tells what became of it.
  const [first, ...others] = read;
  return first === undefined
    ? { files: [], entries: [] }
    : { files: made.files, entries: [{ ...first, ...made.outcome }, ...others] };
}

const NOTHING = { typed: {}, raw: [], lost: [] } as const;

interface Made {
  readonly files: readonly PlannedFile[];
  readonly outcome: Omit<ReceiptEntry, 'source'>;
}

/** Why a text about metrics cannot be read. */
function readInto(text: string, seen: Seen): string | undefined {
  // A series whose name is quoted begins with a brace, too, but no colon follows.
  if (/^\s*[[{]/.test(text) && !/^\s*\{\s*"(?:[^"\\]|\\.)*"\s*[,}]/.test(text)) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return `it is no JSON: ${(error as Error).message}`;
    }
    return readApi(value, seen)
      ? undefined
      : "it is no answer of Prometheus's API about metrics or series";
  }
  const bad = readText(text, seen);
  return bad === undefined ? undefined : `line ${bad.line} is no line of a text of metrics`;
}

async function fresh(request: ImportRequest, metrics: readonly Metric[]): Promise<Made> {
  const catalog = await catalogFile(request, metrics);
  const files = [...(await otherSystemFiles(request)), catalog];
  return { files, outcome: outcomeOf(catalog.path, { metrics: metrics.length }, []) };
}

async function merged(
  request: ImportRequest,
  path: string,
  existing: string,
  metrics: readonly Metric[],
): Promise<Made> {
  const isOurs = isUntouched(existing);
  const body = isOurs ? bodyOf(existing) : existing;
  const elsewhere = new Set((request.present?.metrics ?? []).map(({ name }) => name));
  const names = request.sources.map(({ name }) => name).join(', ');
  const result = mergeCatalog(body, metrics, elsewhere, names);
  if ('reason' in result) {
    return { files: [], outcome: { ...outcomeOf(path, {}, [result.reason]), outcome: 'failed' } };
  }
  const changed = result.text === body ? body : await tidied(result, request);
  const text = isOurs ? ofAnyLength(changed) : changed;
  return {
    files: [{ path, text, ...(isOurs ? {} : { merged: true }) }],
    outcome: outcomeOf(path, { metrics: metrics.length }, notesOf(result)),
  };
}

async function tidied({ text, usesAny }: MergedCatalog, request: ImportRequest): Promise<string> {
  const module = libraryOf(request.existing);
  const hasAny = /import\s*\{[^}]*\bany\b[^}]*\}/.test(text);
  const whole = usesAny && !hasAny ? withAny(text, module) : text;
  return formatted(whole, request.formatting);
}

/** Imports `any` beside what is imported from the library already. */
function withAny(text: string, module: string): string {
  const from = new RegExp(
    `import\\s*\\{([^}]*)\\}\\s*from\\s*(['"])${module.replaceAll('.', '\\.')}\\2`,
  );
  return from.test(text)
    ? text.replace(from, (whole, names: string) => whole.replace(names, ` any,${names}`))
    : `import { any } from '${module}';\n${text}`;
}

function notesOf({ added, widened, vanished, kept }: MergedCatalog): readonly string[] {
  const listed = (what: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
  return [
    ...listed('added', added),
    ...listed('labels or values added', widened),
    ...listed('not exposed any more', vanished),
    ...kept.map(({ name, reason }) => `${name} stays: ${reason}`),
  ];
}

function outcomeOf(
  path: string,
  typed: ReceiptEntry['typed'],
  notes: readonly string[],
): Omit<ReceiptEntry, 'source'> {
  return { ...NOTHING, file: path, outcome: 'imported', notes, typed };
}
