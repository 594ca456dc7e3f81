import { type Change, type ChangeKind, note, type Note, type NoteFacts } from '../change.ts';
import { type Json, omit } from '../json.ts';
import { match, type Matched, type Pair } from '../match.ts';
import { expressionChanges } from '../query/index.ts';
import { changed, code, counted, valueText, words } from '../wording.ts';
import { annotationChanges, type PanelNames } from './annotation-changes.ts';
import { durationText, type ReviewedGroup, type ReviewedRule, ruleName } from './reviewed-rules.ts';

/** All rules, before and after. */
export interface RulesDiff {
  readonly changes: readonly Change[];
  readonly rules: Matched<ReviewedRule>;
}

/** Compares all rules, so that one which went from one group to another is seen. */
export function diffRules(
  before: readonly ReviewedGroup[],
  after: readonly ReviewedGroup[],
  panels: PanelNames,
): RulesDiff {
  const groups = match(before, after, [
    (a, b) => (a.name === b.name && a.file === b.file && a.system === b.system ? 1 : 0),
    (a, b) => (a.name === b.name && a.system === b.system ? 1 : 0),
    rulesInCommon,
  ]);
  const rules = matchRules(
    before.flatMap((g) => g.rules),
    after.flatMap((g) => g.rules),
  );
  const sameGroup = ({ before: old, after: young }: Pair<ReviewedRule>) =>
    groups.pairs.some(
      (pair) => pair.before.rules.includes(old) && pair.after.rules.includes(young),
    );
  return {
    changes: [
      ...groups.added.map((each) => groupChange(each, 'group-added', 'added')),
      ...groups.removed.map((each) => groupChange(each, 'group-removed', 'removed')),
      ...groups.pairs.flatMap(groupChanges),
      ...rules.added.map((rule) => ruleChange(rule, addedNote(rule))),
      ...rules.removed.map((rule) => ruleChange(rule, removedNote(rule))),
      ...rules.pairs.flatMap((pair) =>
        [...(sameGroup(pair) ? [] : [movedNote(pair)]), ...oneRule(pair, panels)].map((each) =>
          ruleChange(pair.after, each),
        ),
      ),
    ],
    rules,
  };
}

function matchRules(
  before: readonly ReviewedRule[],
  after: readonly ReviewedRule[],
): Matched<ReviewedRule> {
  const fits = (a: ReviewedRule, b: ReviewedRule) => a.kind === b.kind && a.system === b.system;
  const labels = (rule: ReviewedRule) => JSON.stringify(Object.entries(rule.labels).sort());
  const sameName = (a: ReviewedRule, b: ReviewedRule) => fits(a, b) && a.name === b.name;
  return match(before, after, [
    (a, b) => (sameName(a, b) && labels(a) === labels(b) ? 1 + (a.group === b.group ? 1 : 0) : 0),
    (a, b) =>
      sameName(a, b)
        ? 1 + (a.expr === b.expr ? 2 : 0) + (a.labels['severity'] === b.labels['severity'] ? 1 : 0)
        : 0,
    (a, b) =>
      fits(a, b) && isSameExpression(a.expr, b.expr) ? 1 + (labels(a) === labels(b) ? 1 : 0) : 0,
  ]);
}

function isSameExpression(a: string, b: string): boolean {
  return (
    a === b || (a.length === b.length && a !== '' && expressionChanges(a, b, false).length === 0)
  );
}

function rulesInCommon(a: ReviewedGroup, b: ReviewedGroup): number {
  if (a.system !== b.system) return 0;
  const names = new Set(a.rules.map(({ name }) => name));
  const common = b.rules.filter(({ name }) => names.has(name)).length;
  return common * 2 > Math.max(a.rules.length, b.rules.length) ? common : 0;
}

function groupName({ name }: Pick<ReviewedGroup, 'name'>): string {
  return `rule group ${code(name)}`;
}

function groupChange(group: ReviewedGroup, kind: ChangeKind, verb: string): Change {
  const message = `${groupName(group)} ${verb}, with ${counted(group.rules.length, 'rule')}`;
  return placed(group, note(kind, message));
}

function placed({ system, file }: Pick<ReviewedGroup, 'system' | 'file'>, each: Note): Change {
  return { ...each, ...(system === undefined ? {} : { system }), file };
}

function ruleChange(rule: ReviewedRule, each: Note): Change {
  const isWhole = /-(?:added|removed|renamed|moved)$/.test(each.kind);
  const path = isWhole ? [] : [ruleName(rule), ...each.path];
  return { ...placed(rule, { ...each, path }), rule: rule.name };
}

function groupChanges({ before, after }: Pair<ReviewedGroup>): Change[] {
  const notes: Note[] = [];
  if (before.name !== after.name) {
    const message = `${groupName(before)} renamed to ${code(after.name)}`;
    notes.push(note('group-renamed', message, { before: before.name, after: after.name }));
  }
  if (before.file !== after.file) {
    const message = `${groupName(after)} moved from ${code(before.file)}`;
    notes.push(note('group-setting', message, { before: before.file, after: after.file }));
  }
  const path = [groupName(after)];
  for (const each of settingNotes(before.json, after.json, 'group-setting')) {
    notes.push({ ...each, path });
  }
  return notes.map((each) => placed(after, each));
}

const DURATIONS: ReadonlySet<string> = new Set(['interval', 'query_offset', 'keep_firing_for']);

/** Keys with a value each, of groups and rules. */
function settingNotes(before: Json, after: Json, kind: ChangeKind): Note[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    const read = (json: Json) => (DURATIONS.has(key) ? durationText(json[key]) : json[key]);
    const [from, to] = [read(before), read(after)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [note(kind, changed(words(key), from, to), { before: from, after: to })];
  });
}

function addedNote(rule: ReviewedRule): Note {
  const { severity } = rule.labels;
  const what = severity === undefined ? '' : `, severity ${code(severity)}`;
  const message = `${ruleName(rule)} added${what}: ${code(rule.expr)}`;
  return note(rule.kind === 'alert' ? 'alert-added' : 'recording-added', message, {
    after: factsOf(rule),
  });
}

function removedNote(rule: ReviewedRule): Note {
  const message = `${ruleName(rule)} removed`;
  const kind = rule.kind === 'alert' ? 'alert-removed' : 'recording-removed';
  return note(kind, message, { before: factsOf(rule) });
}

function factsOf({ name, expr, labels, annotations, json }: ReviewedRule): unknown {
  return { name, expr, labels, annotations, ...json };
}

function movedNote({ before, after }: Pair<ReviewedRule>): Note {
  const message = `${ruleName(after)} moved from ${groupName({ name: before.group })} to ${code(after.group)}`;
  const kind = after.kind === 'alert' ? 'alert-moved' : 'recording-moved';
  return note(kind, message, { before: before.group, after: after.group });
}

function oneRule({ before, after }: Pair<ReviewedRule>, panels: PanelNames): Note[] {
  const isAlert = after.kind === 'alert';
  const renamed =
    before.name === after.name
      ? []
      : [
          note(
            isAlert ? 'alert-renamed' : 'recording-renamed',
            `${ruleName(before)} renamed to ${code(after.name)}`,
            {
              before: before.name,
              after: after.name,
            },
          ),
        ];
  return [
    ...renamed,
    ...expressionChanges(before.expr, after.expr, false),
    ...forChange(before.json['for'], after.json['for']),
    ...labelChanges(before.labels, after.labels, isAlert ? 'alert-label' : 'recording-label'),
    ...annotationChanges(before.annotations, after.annotations, panels),
    ...settingNotes(omit(before.json, 'for'), omit(after.json, 'for'), 'alert-setting'),
  ];
}

function forChange(before: unknown, after: unknown): Note[] {
  const [from, to] = [durationText(before), durationText(after)];
  if (from === to) return [];
  const facts: NoteFacts = { before: from ?? '0s', after: to ?? '0s' };
  if (from === undefined) return [note('alert-for', `fires after ${to} instead of at once`, facts)];
  if (to === undefined) return [note('alert-for', `fires at once instead of after ${from}`, facts)];
  return [note('alert-for', `fires after ${to} instead of ${from}`, facts)];
}

function labelChanges(
  before: ReviewedRule['labels'],
  after: ReviewedRule['labels'],
  kind: 'alert-label' | 'recording-label',
): Note[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [from, to] = [before[name], after[name]];
    if (from === to) return [];
    const facts = { before: from, after: to };
    if (name === 'severity' && kind === 'alert-label') {
      return [note('alert-severity', changed('severity', from, to), facts)];
    }
    if (from === undefined) return [note(kind, `label ${code(`${name}=${to}`)} added`, facts)];
    if (to === undefined) return [note(kind, `label ${code(`${name}=${from}`)} dropped`, facts)];
    return [note(kind, `label ${code(name)} ${valueText(from)} to ${valueText(to)}`, facts)];
  });
}
