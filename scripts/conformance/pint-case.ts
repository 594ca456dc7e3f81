import { parseDocument } from 'yaml';

import { type DurationText, parseDuration } from '../../lib/catalog/index.ts';
import { type Findings, findingsIn, type Given } from './findings.ts';
import { houseOf } from './house-of.ts';
import { recordParts, type Sample } from './record-parts.ts';

/** A rule, what pint was told about its surroundings, and what it says. */
export interface PintCase {
  readonly check: string;
  readonly description: string;
  readonly rule_yaml: string;
  /** What is found there; empty: nothing. */
  readonly expect: readonly string[];
  readonly other_rules?: readonly string[];
  readonly catalog?: PintCatalog;
}

interface PintCatalog {
  /** By metric. */
  readonly types?: Readonly<Record<string, readonly string[]>>;
  /** The configuration file of Prometheus. */
  readonly prometheus_config?: string;
  /** What Prometheus says of its flags, as source code of the test. */
  readonly flags_src?: string;
  /** What the parts of an expression return. */
  readonly series_of_subexpr?: Readonly<Record<string, readonly Sample[]>>;
}

/** What we find in the rule of a case, told the same. */
export function findingsOf(each: PintCase): Findings {
  const { rule_yaml: rule, other_rules: others = [], catalog = {} } = each;
  const { text, series } = recordParts(ruleFile(rule), catalog.series_of_subexpr ?? {});
  return findingsIn({
    // Sorted before the rule: where two are alike, the later one is reported.
    rules: [...others.map(ruleFile), text],
    metrics: [...metadata(catalog), ...seriesTexts(series)],
    ...settingsOf(each),
    house: houseOf({
      ...each,
      name: each.description,
      of: /^\s*- alert:/m.test(rule) ? 'alert' : 'record',
    }),
  });
}

/** Cases give rules without a group, groups without a file, or whole files. */
function ruleFile(text: string, at = 0): string {
  if (/^\s*(groups:|---|apiVersion)/m.test(text)) return text;
  const items = text.replace(/^(?=.)/gm, '  ');
  return /^\s*- name:/m.test(text)
    ? `groups:\n${items}`
    : `groups:\n- name: g${at}\n  rules:\n${items}`;
}

function metadata({ types = {} }: PintCatalog): readonly string[] {
  const data = Object.entries(types).map(
    ([name, all]) => [name, all.map((type) => ({ type }))] as const,
  );
  return data.length === 0 ? [] : [JSON.stringify({ data: Object.fromEntries(data) })];
}

function seriesTexts(series: readonly Sample[]): readonly string[] {
  return series.length === 0 ? [] : [JSON.stringify({ data: series })];
}

type Settings = Pick<
  Given,
  'version' | 'scrapeInterval' | 'externalLabels' | 'retention' | 'features'
>;

function settingsOf({ catalog = {}, expect }: PintCase): Settings {
  const config = parseDocument(catalog.prometheus_config ?? '').toJS() as {
    readonly global?: {
      readonly scrape_interval?: string;
      readonly external_labels?: Readonly<Record<string, string>>;
    };
  } | null;
  const { scrape_interval: interval = '1m', external_labels: externalLabels } =
    config?.global ?? {};
  const flags = catalog.flags_src;
  const [, , retention] = /"(storage\.tsdb\.retention\.time)":\s*"(\w+)"/.exec(flags ?? '') ?? [];
  const [, features = ''] = /"enable-feature":\s*"([^"]*)"/.exec(flags ?? '') ?? [];
  return {
    version: versionIn(expect),
    scrapeInterval: durationOf(interval) ?? '1m',
    ...(externalLabels === undefined ? {} : { externalLabels }),
    ...(flags === undefined ? {} : { features: features.split(',').filter((f) => f !== '') }),
    // Without the flag, pint takes the default of Prometheus.
    ...(flags === undefined ? {} : { retention: durationOf(retention ?? '15d') ?? '15d' }),
  };
}

/** The version of the server is not among the data: what pint says of it names it. */
function versionIn(expect: readonly string[]): readonly [number, number] {
  const [, major = 3, minor = 14] = /is running (\d+)\.(\d+)/.exec(expect.join('\n')) ?? [];
  return [Number(major), Number(minor)];
}

/** `0s` is no retention. */
function durationOf(text: string): DurationText | undefined {
  return (parseDuration(text) ?? 0) === 0 ? undefined : (text as DurationText);
}
