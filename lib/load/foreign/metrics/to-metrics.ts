import { any, type Labels, type Metric, PHYSICAL_UNITS } from '../../../catalog/index.ts';
import type { Family, Observations } from './observations.ts';

/**
 * A catalog of what was seen. Labels have any value, and where a target was read there may be further labels: those of
 * the target. A metric whose series differ in their labels is declared once for each set of them; one of unknown type as a
 * counter and as a gauge.
 */
export function toMetrics(seen: Observations): readonly Metric[] {
  const covered = new Set<string>();
  const declared = [...seen.families].flatMap(([family, said]) => {
    const name = nameOf(family, said, seen);
    const own = [name, ...SUFFIXES.map((suffix) => name + suffix)];
    for (const each of own) covered.add(each);
    return kindsOf(said.type).flatMap((kind) => declarations(name, kind, said, own, seen));
  });
  const rest = [...seen.series.keys()].filter((name) => !covered.has(name));
  const histograms = rest
    .filter((name) => name.endsWith('_bucket') && seen.bounds.has(name))
    .map((name) => name.slice(0, -'_bucket'.length));
  const parts = new Set(histograms.flatMap((name) => SUFFIXES.map((suffix) => name + suffix)));
  return [
    ...declared,
    ...histograms.flatMap((name) =>
      declarations(
        name,
        'histogram',
        UNKNOWN,
        SUFFIXES.map((suffix) => name + suffix),
        seen,
      ),
    ),
    ...rest
      .filter((name) => !parts.has(name))
      .flatMap((name) =>
        kindsOf('unknown').flatMap((kind) => declarations(name, kind, UNKNOWN, [name], seen)),
      ),
  ];
}

const SUFFIXES = ['_bucket', '_sum', '_count'];

const UNKNOWN: Family = { type: 'unknown', help: '', unit: '' };

/** OpenMetrics names the family of a counter without the suffix that its series have. */
function nameOf(family: string, { type }: Family, { series }: Observations): string {
  const suffix = type === 'counter' ? '_total' : type === 'info' ? '_info' : '';
  return suffix !== '' && !series.has(family) && series.has(family + suffix)
    ? family + suffix
    : family;
}

function kindsOf(type: string): readonly Metric['kind'][] {
  switch (type) {
    case 'counter':
    case 'gauge':
    case 'histogram':
    case 'summary':
    case 'info':
      return [type];
    case 'gaugehistogram':
      return ['histogram'];
    case 'stateset':
      return ['gauge'];
    default:
      return ['counter', 'gauge'];
  }
}

function declarations(
  name: string,
  kind: Metric['kind'],
  { help, unit }: Family,
  series: readonly string[],
  { series: seen, bounds, exposed }: Observations,
): Metric[] {
  const sets = new Map(series.flatMap((each) => [...(seen.get(each) ?? [])]));
  const values = series.flatMap((each) => [...(bounds.get(each) ?? [])]).sort((a, b) => a - b);
  const common = {
    name,
    kind,
    help,
    unit: kind === 'info' ? 'info' : unitOf(unit, name),
    jobs: [],
    ...(kind === 'histogram' && values.length > 0 ? { buckets: values } : {}),
    ...(kind === 'summary' ? { quantiles: values } : {}),
  };
  // So many shapes are no shape; without any set, all that is known is the name.
  if (sets.size === 0 || sets.size > MANY) return [{ ...common, labels: {} }];
  // What Prometheus stores has all its labels.
  const complete = series.some((each) => exposed.has(each)) ? {} : ({ complete: true } as const);
  return [...sets.values()].map((labels) => ({ ...common, ...complete, labels: labelsOf(labels) }));
}

const MANY = 8;

function labelsOf(names: readonly string[]): Labels {
  return Object.fromEntries(names.map((name) => [name, any]));
}

/** By convention it is in the name; `unknown` where it is not. */
function unitOf(said: string, name: string): string {
  const word = said === '' ? (/_(seconds|bytes)(?:_total)?$/.exec(name)?.[1] ?? '') : said;
  if (/_timestamp_seconds$|_time_seconds$/.test(name)) return 'unknown';
  return Object.hasOwn(PHYSICAL_UNITS, word) ? word : 'unknown';
}
