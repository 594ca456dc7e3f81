import type { Kept } from '../import-plan.ts';
import type { RawGroup, RawRule, RuleFile, Texts } from './rule-file.ts';
import { commentAbove, commentsIn, readYaml, type YamlValue } from './yaml-values.ts';

/**
 * Reads Prometheus rules: plain files, PrometheusRule resources, lists of them, several documents. What is no rule, or
 * says something that rules do not have, is listed and left out. Never throws.
 */
export function readRules(text: string): RuleFile {
  const { values, problems, comments } = readYaml(text);
  const reader = new Reader();
  for (const problem of problems) reader.lose('', `this is no YAML: ${problem}`);
  const groups = values.flatMap((value) => reader.document(value, ''));
  return { groups, lost: reader.lost, comments };
}

type Fields = Extract<YamlValue, { readonly kind: 'map' }>;

const RESOURCE = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];
const GROUP = ['name', 'interval', 'query_offset', 'limit', 'labels', 'rules'];
const RULE = [
  'alert',
  'record',
  'expr',
  'for',
  'keep_firing_for',
  'labels',
  'annotations',
] as const;

class Reader {
  readonly lost: Kept[] = [];

  lose(place: string, reason: string): void {
    this.lost.push({ place, reason });
  }

  document(value: YamlValue, place: string): readonly RawGroup[] {
    if (value.kind === 'none') return [];
    if (value.kind !== 'map') return this.#nothing(place, 'this is no rule file: it is no object');
    const { entries } = value;
    const items = entries.get('items');
    if (items?.kind === 'list' && entries.has('kind')) {
      return items.items.flatMap((item, index) => this.document(item, `${place}items[${index}] `));
    }
    if (!entries.has('apiVersion')) {
      this.#unknown(value, ['groups'], place);
      return this.#groups(value, place);
    }
    const kind = textIn(value, 'kind') ?? '';
    if (kind !== 'PrometheusRule') return this.#nothing(place, `a \`${kind}\` holds no rules`);
    this.#unknown(value, RESOURCE, place);
    if (entries.has('metadata')) {
      this.lose(
        `${place}metadata`,
        'name and labels of a Kubernetes resource are no part of rules',
      );
    }
    const spec = entries.get('spec');
    if (spec?.kind !== 'map') return this.#nothing(place, 'this resource has no `spec`');
    this.#unknown(spec, ['groups'], `${place}spec `);
    return this.#groups(spec, place);
  }

  #groups(of: Fields, place: string): readonly RawGroup[] {
    const groups = of.entries.get('groups');
    if (groups === undefined || groups.kind === 'none') return [];
    if (groups.kind !== 'list') return this.#nothing(`${place}groups`, '`groups` is no list');
    return groups.items.flatMap((group, index) => {
      const above = index === 0 ? commentAbove(groups.node) : [];
      return this.#group(group, `${place}groups[${index}]`, above);
    });
  }

  #group(value: YamlValue, place: string, above: readonly string[]): readonly RawGroup[] {
    if (value.kind !== 'map') return this.#nothing(place, 'this group is no object');
    const name = textIn(value, 'name');
    if (name === undefined || name === '') return this.#nothing(place, 'this group has no name');
    const here = `group ${name}`;
    this.#unknown(value, GROUP, here);
    const list = value.entries.get('rules');
    const rules =
      list?.kind === 'list'
        ? list.items.flatMap((rule, index) =>
            this.#rule(rule, `${here} rules[${index}]`, index === 0 ? commentAbove(list.node) : []),
          )
        : [];
    if (list !== undefined && list.kind !== 'list' && list.kind !== 'none') {
      this.lose(here, '`rules` is no list');
    }
    const own = commentsIn(value.node);
    const inner =
      list?.kind === 'list' ? [...commentAbove(list.node), ...list.items.flatMap(commentsOf)] : [];
    return [
      {
        name,
        ...this.#texts(
          value,
          { interval: 'interval', query_offset: 'queryOffset', limit: 'limit' },
          here,
        ),
        labels: this.#labels(value, 'labels', here),
        rules,
        comments: [...above, ...withoutThese(own, inner)],
        place: here,
      },
    ];
  }

  #rule(value: YamlValue, place: string, above: readonly string[]): readonly RawRule[] {
    if (value.kind !== 'map') return this.#nothing(place, 'this rule is no object');
    const [alert, record] = [textIn(value, 'alert'), textIn(value, 'record')];
    const name = alert ?? record;
    if (name === undefined || (alert !== undefined && record !== undefined)) {
      return this.#nothing(place, 'this rule has to have either `alert` or `record`');
    }
    const kind = alert === undefined ? 'record' : 'alert';
    const here = `${place.replace(/ rules\[\d+\]$/, '')} ${kind} ${name}`;
    this.#unknown(value, RULE, here);
    const expr = textIn(value, 'expr');
    if (expr === undefined) return this.#nothing(here, 'this rule has no `expr`');
    return [
      {
        kind,
        name,
        expr,
        ...this.#texts(value, { for: 'for', keep_firing_for: 'keepFiringFor' }, here),
        labels: this.#labels(value, 'labels', here),
        annotations: this.#labels(value, 'annotations', here),
        comments: [...above, ...commentsIn(value.node)],
        place: here,
      },
    ];
  }

  #texts<T extends string>(
    of: Fields,
    fields: Readonly<Record<string, T>>,
    place: string,
  ): { readonly [K in T]?: string } {
    const entries = Object.entries(fields).flatMap(([field, as]) => {
      const value = of.entries.get(field);
      if (value === undefined || value.kind === 'none') return [];
      if (value.kind === 'text') return [[as, value.text]];
      this.lose(`${place} ${field}`, `\`${field}\` is no text`);
      return [];
    });
    return Object.fromEntries(entries) as { readonly [K in T]?: string };
  }

  #labels(of: Fields, field: string, place: string): Texts {
    const value = of.entries.get(field);
    if (value === undefined || value.kind === 'none') return {};
    if (value.kind !== 'map') {
      this.lose(`${place} ${field}`, `\`${field}\` is no object`);
      return {};
    }
    const entries = [...value.entries].flatMap(([label, text]): [string, string][] => {
      if (text.kind === 'text') return [[label, text.text]];
      if (text.kind === 'none') return [[label, '']];
      this.lose(`${place} ${field}.${label}`, 'this is no text');
      return [];
    });
    return Object.fromEntries(entries);
  }

  #unknown(of: Fields, known: readonly string[], place: string): void {
    for (const key of of.entries.keys()) {
      if (!known.includes(key))
        this.lose(`${place} ${key}`.trim(), 'Prometheus knows no such field');
    }
  }

  #nothing(place: string, reason: string): readonly never[] {
    this.lose(place.trim(), reason);
    return [];
  }
}

function textIn(of: Fields, key: string): string | undefined {
  const value = of.entries.get(key);
  return value?.kind === 'text' ? value.text : undefined;
}

function commentsOf(value: YamlValue): readonly string[] {
  return value.kind === 'map' ? commentsIn(value.node) : [];
}

/** The first list without one occurrence of each text of the second. */
function withoutThese(all: readonly string[], these: readonly string[]): readonly string[] {
  const left = [...these];
  return all.filter((text) => {
    const index = left.indexOf(text);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
