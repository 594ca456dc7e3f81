import { Duration } from '../../../catalog/index.ts';
import type { Diagnostic, Result, Span } from '../../../diagnostics/index.ts';
import type { Alert, Loaded, PlacedAllow, RecordingRule, RuleGroup } from '../../../model/index.ts';
import type { FoundFile } from '../find-files.ts';
import { editForeign, type ForeignFile, ForeignSite, locateIn } from '../foreign-site.ts';
import { Lines } from '../lines.ts';
import { problemAt } from '../problem.ts';
import { readExpression } from '../read-expression.ts';
import type { Keys } from '../source-document.ts';
import { readYaml } from '../yaml-documents.ts';
import { allowComments } from './allow-comments.ts';
import { repeatedRules } from './repeated-rules.ts';
import { type RawFields, RuleDocument, textOf, textsOf } from './rule-document.ts';
import {
  FILE_FIELDS,
  GROUP_FIELDS,
  isObject,
  RESOURCE_GROUP_FIELDS,
  RULE_FIELDS,
} from './rule-fields.ts';
import {
  checkDuration,
  checkRule,
  checkTexts,
  checkVersion,
  type PlacedRule,
  type Version,
} from './rule-problems.ts';

/**
 * Reads a file of Prometheus rules: plain, PrometheusRule resources, lists of them, several documents. What Prometheus's
 * own reader refuses is reported; rules that can be read are read nevertheless.
 */
export function readRuleFile(
  { file: name, guessed }: Pick<FoundFile, 'file' | 'guessed'>,
  text: string,
  version: Version,
): ReadRules {
  const file: ForeignFile = { file: name, lines: new Lines(text) };
  const { documents, problems } = readYaml(text);
  const diagnostics: Diagnostic[] = problems.map(({ message, span }) =>
    problemAt(file, span, [], {
      code: 'rule-file/yaml',
      severity: 'error',
      message: `this is no YAML: ${message}`,
    }),
  );
  const rules: Span[] = [];
  const value = documents.flatMap((source) => {
    if (guessed && !isAboutRules(source.value)) return [];
    const document = new RuleDocument(file, source);
    const groups = new RuleFileReader(document, version).groups();
    diagnostics.push(...document.diagnostics);
    rules.push(...document.rules);
    return groups;
  });
  return { value, diagnostics, allow: allowComments(file, text, rules) };
}

export interface ReadRules extends Result<readonly Loaded<RuleGroup>[]> {
  /** From comments. */
  readonly allow: readonly PlacedAllow[];
}

/** Folders hold other YAML too. */
function isAboutRules(value: unknown): boolean {
  return (
    isObject(value) && ('groups' in value || value.kind === 'PrometheusRule' || 'items' in value)
  );
}

class RuleFileReader {
  readonly #document: RuleDocument;
  readonly #version: Version;

  constructor(document: RuleDocument, version: Version) {
    this.#document = document;
    this.#version = version;
  }

  groups(): readonly Loaded<RuleGroup>[] {
    return this.#groupsOf(this.#document.document.value, []);
  }

  #groupsOf(value: unknown, keys: Keys): readonly Loaded<RuleGroup>[] {
    if (isObject(value) && Array.isArray(value.items) && value.kind !== undefined) {
      return value.items.flatMap((item, i) => this.#groupsOf(item, [...keys, 'items', i]));
    }
    if (isObject(value) && typeof value.apiVersion === 'string') {
      if (value.kind !== 'PrometheusRule') return [];
      const spec = isObject(value.spec) ? value.spec : {};
      return this.#listed(spec, [...keys, 'spec'], true);
    }
    return this.#listed(this.#document.fieldsOf(value, FILE_FIELDS, keys, []), keys, false);
  }

  #listed(fields: RawFields, keys: Keys, resource: boolean): readonly Loaded<RuleGroup>[] {
    const groups = Array.isArray(fields.groups) ? fields.groups : [];
    const names = new Set<string>();
    return groups.flatMap((group, i) =>
      this.#group(group, [...keys, 'groups', i], resource, names),
    );
  }

  #group(
    value: unknown,
    keys: Keys,
    resource: boolean,
    names: Set<string>,
  ): readonly Loaded<RuleGroup>[] {
    const name = isObject(value) && typeof value.name === 'string' ? value.name : '';
    const path = [`group ${name}`];
    const known = resource ? RESOURCE_GROUP_FIELDS : GROUP_FIELDS;
    const fields = this.#document.fieldsOf(value, known, keys, path);
    if (name === '') {
      this.#document.report(keys, path, {
        code: 'rule-file/group-name',
        message: 'this group has no name',
        hint: '`name: …`',
      });
    } else if (names.has(name)) {
      this.#document.report([...keys, 'name'], path, {
        code: 'rule-file/duplicate-group',
        message: `\`${name}\` is the name of an earlier group of this file already`,
      });
    }
    names.add(name);
    const placed = { fields, keys, path };
    checkDuration(this.#document, placed, 'interval');
    checkDuration(this.#document, placed, 'query_offset');
    checkVersion(this.#document, placed, 'query_offset', this.#version);
    checkVersion(this.#document, placed, 'labels', this.#version, 'group labels');
    checkTexts(this.#document, placed, 'labels', this.#version);
    return [this.#loaded(name, placed)];
  }

  #loaded(name: string, { fields, keys, path }: PlacedRule): Loaded<RuleGroup> {
    const { file } = this.#document;
    const list = Array.isArray(fields.rules) ? fields.rules : [];
    const labels = textsOf(fields, 'labels');
    const rules = list.flatMap((rule, i) => this.#rule(rule, [...keys, 'rules', i], path, labels));
    this.#document.diagnostics.push(...repeatedRules(rules, path, locateIn(file.file)));
    const interval = Duration.parse(textOf(fields, 'interval') ?? '');
    const group: RuleGroup = {
      kind: 'group',
      name,
      ...(interval === undefined ? {} : { interval }),
      rules,
      site: new ForeignSite(file, this.#document.document, keys),
    };
    const how = { locate: locateIn(file.file), edit: editForeign, foreign: true } as const;
    return { value: group, file: file.file, name, ...how };
  }

  #rule(
    value: unknown,
    keys: Keys,
    group: readonly string[],
    groupLabels: Readonly<Record<string, string>>,
  ): readonly (Alert | RecordingRule)[] {
    const document = this.#document;
    document.rules.push(document.document.spanOf(keys));
    const raw = isObject(value) ? value : {};
    const [record, alert] = [textOf(raw, 'record'), textOf(raw, 'alert')];
    const title = record === undefined ? `alert ${alert ?? ''}` : `record ${record}`;
    const path = [...group, title.trim()];
    const fields = document.fieldsOf(value, RULE_FIELDS, keys, path);
    if ((record === undefined) === (alert === undefined)) {
      document.report(keys, path, {
        code: 'rule-file/record-or-alert',
        message:
          record === undefined
            ? 'this rule has neither `record` nor `alert`'
            : 'this rule has both `record` and `alert`',
      });
    }
    checkRule(document, { fields, keys, path }, this.#version);
    const text = textOf(fields, 'expr');
    if (text === undefined || text.trim() === '') {
      document.report(keys, path, {
        code: 'rule-file/no-expr',
        message: 'this rule has no `expr`',
        hint: '`expr: …`',
      });
      return [];
    }
    const site = new ForeignSite(document.file, document.document, keys, ['expr']);
    const { value: node, diagnostics } = readExpression(text, (span) => site.where(path, span), {
      variables: false,
    });
    document.diagnostics.push(...diagnostics);
    if (node === undefined) return [];
    const labels = { ...groupLabels, ...textsOf(fields, 'labels') };
    const common = { node, labels, source: text, site };
    if (record !== undefined) return [{ kind: 'record', name: record, ...common }];
    return alert === undefined
      ? []
      : [{ kind: 'alert', name: alert, ...common, ...alertOnly(fields, labels) }];
  }
}

type AlertOnly = Omit<Alert, 'kind' | 'name' | 'node' | 'labels' | 'source' | 'site'>;

/** What typed alerts have and these have as annotations and labels. */
function alertOnly(fields: RawFields, labels: Readonly<Record<string, string>>): AlertOnly {
  const { summary = '', description, ...rest } = textsOf(fields, 'annotations');
  // Older rules have their description under this name.
  const { message, ...others } = rest;
  const otherTexts = description === undefined ? others : rest;
  const duration = (name: string) => {
    const found = Duration.parse(textOf(fields, name) ?? '');
    return found?.milliseconds === 0 ? undefined : found;
  };
  const [held, kept] = [duration('for'), duration('keep_firing_for')];
  return {
    ...(held === undefined ? {} : { for: held }),
    ...(kept === undefined ? {} : { keepFiringFor: kept }),
    // Prometheus takes any text.
    severity: (labels.severity ?? '') as Alert['severity'],
    summary,
    description: description ?? message ?? '',
    ...(Object.keys(otherTexts).length === 0 ? {} : { otherTexts }),
    runbook: { meaning: '', impact: '', diagnosis: [], mitigation: [] },
    cases: [],
  };
}
