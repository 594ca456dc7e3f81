import { any, type LabelValues, type Metric } from '../../catalog/index.ts';
import { isPhysical, unitOfName } from '../promql/index.ts';
import type { Family, Seen, SeenSeries } from './seen.ts';

const SUFFIXES = ['_bucket', '_sum', '_count'];

const UNKNOWN: Family = { type: 'unknown', help: '', unit: '' };

/** The metrics that were seen, sorted by name. What targets add to every series is left out. */
export function seenMetrics(seen: Seen): readonly Metric[] {
  const covered = new Set<string>();
  const declared = [...seen.families].map(([family, said]) => {
    const name = nameOf(family, said, seen);
    for (const each of [name, ...SUFFIXES.map((suffix) => name + suffix), `${family}_created`]) {
      covered.add(each);
    }
    return metricOf(name, said, seen);
  });
  const rest = [...seen.series.keys()].filter((name) => !covered.has(name));
  const histograms = rest
    .filter((name) => name.endsWith('_bucket') && seen.series.get(name)?.labels.has('le') === true)
    .map((name) => name.slice(0, -'_bucket'.length));
  const parts = new Set(histograms.flatMap((name) => SUFFIXES.map((suffix) => name + suffix)));
  return [
    ...declared,
    ...histograms.map((name) => metricOf(name, { ...UNKNOWN, type: 'histogram' }, seen)),
    ...rest.filter((name) => !parts.has(name)).map((name) => metricOf(name, UNKNOWN, seen)),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** OpenMetrics names the family of a counter without the suffix that its series have. */
function nameOf(family: string, { type }: Family, { series }: Seen): string {
  const suffix = type === 'counter' ? '_total' : type === 'info' ? '_info' : '';
  const isBare = suffix !== '' && !series.has(family) && !family.endsWith(suffix);
  return isBare && (series.has(family + suffix) || series.size > 0) ? family + suffix : family;
}

function metricOf(name: string, { type, help, unit }: Family, { series }: Seen): Metric {
  const own = series.get(name);
  const all = [name, ...SUFFIXES.map((suffix) => name + suffix)].flatMap(
    (each) => series.get(each) ?? [],
  );
  const kind = kindOf(name, type, own);
  const bounds = (label: string) =>
    [...new Set(all.flatMap(({ labels }) => [...(labels.get(label) ?? [])]))]
      .map((text) => (text === '+Inf' ? Infinity : Number(text)))
      .filter((value) => Number.isFinite(value))
      .sort((a, b) => a - b);
  const buckets = kind === 'histogram' ? bounds('le') : [];
  return {
    name,
    kind,
    help: help === '' ? 'Exposed without a help text.' : help,
    unit: kind === 'info' ? 'info' : unitOf(unit, name),
    labels: labelsOf(
      kind === 'histogram' || kind === 'summary' ? all : own === undefined ? [] : [own],
    ),
    jobs: [],
    ...(buckets.length > 0 ? { buckets } : {}),
    ...(kind === 'histogram' && buckets.length === 0 && own !== undefined ? { native: true } : {}),
    ...(kind === 'summary' ? { quantiles: bounds('quantile') } : {}),
  };
}

function kindOf(name: string, type: string, own: SeenSeries | undefined): Metric['kind'] {
  switch (type) {
    case 'counter':
    case 'histogram':
    case 'summary':
    case 'info':
      return type;
    case 'gauge':
      return isInfo(name, own) ? 'info' : 'gauge';
    case 'gaugehistogram':
      return 'histogram';
    case 'stateset':
      return 'gauge';
    default:
      if (isInfo(name, own)) return 'info';
      return name.endsWith('_total') ? 'counter' : 'gauge';
  }
}

/** By name, and always 1 where values were seen. */
function isInfo(name: string, own: SeenSeries | undefined): boolean {
  return name.endsWith('_info') && (own === undefined || own.ones);
}

function unitOf(said: string, name: string): string {
  if (said === 'seconds' && unitOfName(name) === 'timestamp') return 'timestamp';
  return isPhysical(said) ? said : unitOfName(name);
}

/** Labels of targets, and those of the format. */
const NOT_ITS_OWN = ['__name__', 'job', 'instance', 'le', 'quantile'];

function labelsOf(all: readonly SeenSeries[]): Readonly<Record<string, LabelValues>> {
  const names = new Set(all.flatMap(({ labels }) => [...labels.keys()]));
  const entries = [...names]
    .filter((label) => !NOT_ITS_OWN.includes(label))
    .sort()
    .map((label): [string, LabelValues] => {
      const values = new Set(all.flatMap(({ labels }) => [...(labels.get(label) ?? [])]));
      return [label, closedSet(label, [...values])];
    });
  return Object.fromEntries(entries);
}

/** Values that name things of this one machine or installation. */
const OPEN_LABELS =
  /^(?:.*name|.*_id|id|uid|host|hostname|address|addr|ip|port|path|url|uri|route|device|disk|interface|mountpoint|db|database|user|usename|queue|topic|table|index|node|pod|container|namespace|cluster|version|release|revision|.*version|server|slot|cpu|core|chip|sensor|label|message|error|key|cmd)$/;

const FEW = 12;

/** The values of a label, where they look like the words of a closed list. */
function closedSet(label: string, values: readonly string[]): LabelValues {
  const areWords = values.every((value) => /^[A-Za-z][A-Za-z_+-]*$/.test(value));
  const isClosed =
    values.length >= 2 && values.length <= FEW && areWords && !OPEN_LABELS.test(label);
  return isClosed ? [...values].sort() : any;
}
