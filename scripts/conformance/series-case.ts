import { any, type Metric } from '../../lib/catalog/index.ts';
import type { Compared } from './differences.ts';
import { EQUIVALENTS } from './equivalents.ts';
import { findingsIn } from './findings.ts';
import { readCases } from './read-cases.ts';

/** A rule and all metrics that there are, with their labels and values; `*any*` is any value. */
interface SeriesCase {
  readonly check: string;
  readonly description: string;
  readonly rule_yaml: string;
  readonly other_rules: readonly string[];
  readonly catalog: Readonly<
    Record<string, { readonly labels: Readonly<Record<string, readonly string[]>> }>
  >;
  /** What is wrong; `recording-rule-present` is a remark that a rule records it. */
  readonly expect: readonly string[];
}

/** Compares what we say of unknown metrics, labels and values. */
export function comparedSeries(folder: string): readonly Compared[] {
  return readCases<SeriesCase>(folder, 'pint-series-catalog').map((each) => {
    const { check, description: name, rule_yaml: rule, other_rules: others } = each;
    const found = findingsIn({
      rules: [...others, rule].map((text) => `groups:\n- name: g\n  rules:\n${indented(text)}`),
      declared: Object.entries(each.catalog).map(([metric, { labels }]) =>
        metricOf(metric, labels),
      ),
    });
    return {
      check,
      name,
      expect: each.expect.filter((what) => what !== 'recording-rule-present'),
      same: [...found].filter((code) => EQUIVALENTS[check]?.test(code) === true),
    };
  });
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function metricOf(name: string, labels: Readonly<Record<string, readonly string[]>>): Metric {
  return {
    name,
    kind: 'gauge',
    unit: 'unknown',
    help: '',
    labels: Object.fromEntries(
      Object.entries(labels).map(([label, values]) => [
        label,
        values.includes('*any*') ? any : values,
      ]),
    ),
    // They have all labels that they have.
    jobs: ['job'],
  };
}
