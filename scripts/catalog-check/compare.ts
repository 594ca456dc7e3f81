import { any } from '../../lib/catalog/index.ts';
import type { MetricSpecs } from '../../lib/promql/index.ts';
import { type Explanation, EXPLANATIONS } from './explanations.ts';
import type { Exposition } from './exposition.ts';
import { compareVersions } from './version.ts';

type Spec = MetricSpecs[string];

/** Something that a catalog says and a running exporter does not, or the other way round. */
export interface Difference {
  readonly metric: string;
  /** `is missing`, `lacks label server`, … */
  readonly what: string;
  /** Absent: nobody knows. */
  readonly why?: string;
}

/** What differs between a catalog and what an exporter of this version answered. */
export function compare(
  specs: MetricSpecs,
  exposition: Exposition,
  version: string,
  explanations: readonly Explanation[] = EXPLANATIONS,
): Difference[] {
  return Object.entries(specs).flatMap(([metric, spec]) =>
    differencesOf(metric, spec, exposition).map((what) => {
      const why =
        what === MISSING ? (whyMissing(spec, version) ?? known(metric, what)) : known(metric, what);
      return { metric, what, ...(why === undefined ? {} : { why }) };
    }),
  );

  function known(metric: string, what: string): string | undefined {
    return explanations.find(
      (each) => each.metric.test(metric) && each.what.test(what) && holdsFor(each, version),
    )?.why;
  }
}

const MISSING = 'is missing';

function whyMissing({ since, until, optional }: Spec, version: string): string | undefined {
  if (since !== undefined && compareVersions(version, since) < 0) return `only since ${since}`;
  if (until !== undefined && compareVersions(version, until) > 0) return `only until ${until}`;
  return optional ? 'optional' : undefined;
}

function holdsFor({ since, until }: Explanation, version: string): boolean {
  return (
    (since === undefined || compareVersions(version, since) >= 0) &&
    (until === undefined || compareVersions(version, until) <= 0)
  );
}

function differencesOf(metric: string, spec: Spec, { types, series }: Exposition): string[] {
  const { kind, labels = {} } = spec;
  const names = {
    counter: [metric],
    gauge: [metric],
    info: [metric],
    histogram: [`${metric}_bucket`],
    summary: [metric, `${metric}_sum`],
  }[kind];
  const found = names.flatMap((name) => series.get(name) ?? []);
  if (found.length === 0) return [MISSING];

  const type = types.get(metric) ?? 'untyped';
  const expected = kind === 'info' ? 'gauge' : kind;
  const there = new Set(found.flatMap((each) => [...each.keys()]));
  const implied = { histogram: ['le'], summary: ['quantile'] }[kind as string] ?? [];
  return [
    ...(type === expected ? [] : [`is a ${type}, declared a ${expected}`]),
    ...Object.keys(labels)
      .filter((label) => !there.has(label))
      .map((label) => `lacks label ${label}`),
    ...[...there]
      .filter((label) => !Object.hasOwn(labels, label) && !implied.includes(label))
      .map((label) => `has label ${label}, which is not declared`),
    ...Object.entries(labels).flatMap(([label, values]) => {
      if (values === any) return [];
      const actual = new Set(found.flatMap((each) => each.get(label) ?? []));
      return [...actual]
        .filter((value) => !values.includes(value))
        .map((value) => `has ${label}="${value}", which is not declared`);
    }),
  ];
}
