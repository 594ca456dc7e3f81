import { parseDuration, printDuration } from '../../catalog/index.ts';
import { type Json, jsonOf, jsonsOf, omit, textOf } from '../json.ts';
import { code } from '../wording.ts';

/** A rule group in the form in which it is compared. */
export interface ReviewedGroup {
  readonly name: string;
  readonly system: string | undefined;
  readonly file: string;
  readonly json: Json;
  readonly rules: readonly ReviewedRule[];
}

/** An alert or a recording rule. */
export interface ReviewedRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly json: Json;
  readonly group: string;
  readonly system: string | undefined;
  readonly file: string;
}

/** What a rule file says; `content` is its YAML. */
export interface RuleFile {
  readonly system: string | undefined;
  readonly file: string;
  readonly content: Json;
}

export function reviewedGroups({ system, file, content }: RuleFile): ReviewedGroup[] {
  return jsonsOf(content['groups']).map((json) => {
    const name = textOf(json['name']);
    const rules = jsonsOf(json['rules']).flatMap((rule) =>
      reviewedRule(rule, name, { system, file }),
    );
    return { name, system, file, json: omit(json, 'name', 'rules'), rules };
  });
}

function reviewedRule(
  json: Json,
  group: string,
  place: Pick<RuleFile, 'system' | 'file'>,
): ReviewedRule[] {
  const { alert, record, expr } = json;
  const name = textOf(alert) || textOf(record);
  if (name === '') return [];
  return [
    {
      kind: textOf(alert) === '' ? 'record' : 'alert',
      name,
      expr: String(expr ?? '').trim(),
      labels: textsIn(json['labels']),
      annotations: textsIn(json['annotations']),
      json: omit(json, 'alert', 'record', 'expr', 'labels', 'annotations'),
      group,
      ...place,
    },
  ];
}

/** `` alert `HighErrorRate` ``. */
export function ruleName({ kind, name }: ReviewedRule): string {
  return `${kind === 'alert' ? 'alert' : 'recording rule'} ${code(name)}`;
}

/** Blanks at the ends are how YAML folds lines. */
function textsIn(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(jsonOf(value));
  return Object.fromEntries(entries.map(([key, each]) => [key, String(each).trim()]));
}

/** `90s` and `1m30s` are the same, and so are no time and none said. */
export function durationText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const milliseconds = parseDuration(String(value));
  if (milliseconds === undefined) return String(value);
  return milliseconds === 0 ? undefined : printDuration(milliseconds);
}
