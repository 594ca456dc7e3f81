import { type Change, note, type Note } from './change.ts';
import { isSame } from './json.ts';
import { match } from './match.ts';
import type { OtherFile, Snapshot, StackContent } from './snapshot.ts';
import {
  diffAlertmanager,
  diffDatasources,
  diffPrometheus,
  diffText,
  ofFile,
} from './stack/index.ts';
import { code, counted } from './wording.ts';

/** Compares what is neither a dashboard nor a rule. */
export function diffStack(before: Snapshot, after: Snapshot): Change[] {
  const configurations = match(before.stack, after.stack, [
    (a, b) => (a.kind === b.kind && a.file === b.file && a.system === b.system ? 1 : 0),
    (a, b) => (a.kind === b.kind && a.system === b.system ? 1 : 0),
  ]);
  return [
    ...configurations.pairs.flatMap((pair) =>
      ofFile(pair.after, [
        ...movedFile(pair.before, pair.after),
        ...configurationNotes(pair.before, pair.after),
      ]),
    ),
    ...diffOthers(
      [...before.others, ...configurations.removed],
      [...after.others, ...configurations.added],
    ),
  ];
}

const COMPARE = {
  alertmanager: diffAlertmanager,
  prometheus: diffPrometheus,
  datasources: diffDatasources,
} as const;

const CONDITION = {
  alertmanager: 'alertmanager-setting',
  prometheus: 'prometheus-setting',
  datasources: 'datasource-setting',
} as const;

function configurationNotes(before: StackContent, after: StackContent): Note[] {
  if (before === after) return [];
  return [...COMPARE[after.kind](before.content, after.content), ...conditionNotes(before, after)];
}

/** The start script leaves out what stands under `# when X` and has no `X`. */
function conditionNotes(before: StackContent, after: StackContent): Note[] {
  const [had, has] = [conditionsOf(before.text), conditionsOf(after.text)];
  const kind = CONDITION[after.kind];
  return [
    ...has
      .filter((name) => !had.includes(name))
      .map((name) => note(kind, `a part is left out without ${code(name)}`)),
    ...had
      .filter((name) => !has.includes(name))
      .map((name) => note(kind, `no part needs ${code(name)} any more`)),
  ];
}

function conditionsOf(text: string): readonly string[] {
  return [...text.matchAll(/^\s*# when (\w+)/gm)].map(([, name = '']) => name);
}

function diffOthers(before: readonly OtherFile[], after: readonly OtherFile[]): Change[] {
  const { pairs, added, removed } = match(before, after, [
    (a, b) => (a.file === b.file && a.system === b.system ? 1 : 0),
    (a, b) => (a.text === b.text && a.system === b.system && a.text.trim() !== '' ? 1 : 0),
  ]);
  return [
    ...added.flatMap((file) => ofFile(file, [note('file-added', `file added, ${sizeText(file)}`)])),
    ...removed.flatMap((file) =>
      ofFile(file, [note('file-removed', `file removed, ${sizeText(file)}`)]),
    ),
    ...pairs.flatMap((pair) =>
      ofFile(pair.after, [
        ...movedFile(pair.before, pair.after),
        ...textNotes(pair.before, pair.after),
      ]),
    ),
  ];
}

function sizeText({ text }: OtherFile): string {
  return counted(text.split('\n').length - 1, 'line');
}

function movedFile(before: { readonly file: string }, after: { readonly file: string }): Note[] {
  if (before.file === after.file) return [];
  return [
    note('file-renamed', `file moved from ${code(before.file)}`, {
      before: before.file,
      after: after.file,
    }),
  ];
}

function textNotes(before: OtherFile, after: OtherFile): Note[] {
  if (before.text === after.text) return [];
  const isRead = before.content !== undefined && after.content !== undefined;
  if (isRead && isSame(before.content, after.content)) return [];
  const notes = diffText(before.text, after.text);
  // Values of a real environment are nobody's business.
  return /(?:^|\/)\.env$/.test(after.file) ? notes.map((each) => ({ ...each, lines: [] })) : notes;
}
