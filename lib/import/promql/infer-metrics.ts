import { any, type Metric } from '../../catalog/index.ts';
import { type Expr, type Selector, walk } from '../../promql/index.ts';
import { demandLabels } from './demanded-labels.ts';
import { unitOfName } from './unit-of-name.ts';

/** How expressions use the series of one name. */
interface Uses {
  readonly labels: Set<string>;
  /** As the argument of a function of counters. */
  counted: boolean;
  /** As the argument of a function of gauges. */
  sloped: boolean;
  /** With a matcher on `quantile`. */
  quantiles: Set<string>;
  /** Anywhere that a summary cannot be: without a quantile. */
  whole: boolean;
}

const OF_COUNTERS = ['rate', 'irate', 'increase', 'resets'];
const OF_GAUGES = ['delta', 'idelta', 'deriv', 'changes', 'predict_linear'];

/**
 * The catalog that expressions imply: kinds from the functions that are called and from the conventions of names, labels
 * from matchers and from what is grouped and matched by. Series of `except` are left out. It is bound to no job, so that every other label is allowed too.
 *
 * @example
 * inferMetrics([parse('rate(x_seconds_bucket{job="a"}[5m])').expr]) // one histogram `x_seconds`, with label `job`
 */
export function inferMetrics(
  exprs: Iterable<Expr>,
  except: ReadonlySet<string> = new Set(),
): readonly Metric[] {
  const uses = usesOf(exprs);
  for (const name of except) uses.delete(name);
  const taken = new Set<string>();
  const metrics: Metric[] = [];
  const add = (metric: Metric, series: readonly string[]) => {
    metrics.push(metric);
    for (const name of series) taken.add(name);
  };
  for (const name of [...uses.keys()].sort()) {
    const base = /^(.+)_(?:bucket|sum|count)$/.exec(name)?.[1];
    if (base === undefined || taken.has(name)) continue;
    const parts = [`${base}_bucket`, `${base}_sum`, `${base}_count`];
    const kind = familyOf(base, uses);
    if (kind === undefined) continue;
    const whole = kind === 'summary' ? [base] : [];
    const used = [...parts, ...whole].flatMap((part) => uses.get(part) ?? []);
    const quantiles = [...(uses.get(base)?.quantiles ?? [])].map(Number).sort((a, b) => a - b);
    add(metricOf(base, kind, used, kind === 'summary' ? { quantiles } : {}), [...parts, ...whole]);
  }
  for (const [name, use] of uses) {
    if (!taken.has(name)) add(metricOf(name, kindOf(name, use), [use]), [name]);
  }
  return metrics.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function usesOf(exprs: Iterable<Expr>): Map<string, Uses> {
  const found = new Map<string, Uses>();
  const demanded: (readonly [series: string, label: string])[] = [];
  for (const expr of exprs) {
    demandLabels(expr, [], (series, label) => {
      if (/^[a-zA-Z_]\w*$/.test(label)) demanded.push([series, label]);
    });
    for (const node of walk(expr)) {
      if (node.kind === 'selector') note(node, found);
      if (node.kind !== 'call') continue;
      for (const argument of node.args) {
        if (argument.kind !== 'matrix') continue;
        const use = note(argument.of, found);
        if (use !== undefined && OF_COUNTERS.includes(node.func)) use.counted = true;
        if (use !== undefined && OF_GAUGES.includes(node.func)) use.sloped = true;
      }
    }
  }
  for (const [series, label] of demanded) found.get(series)?.labels.add(label);
  return found;
}

function note({ name, matchers }: Selector, found: Map<string, Uses>): Uses | undefined {
  if (name === undefined || /\$|\[\[/.test(name)) return undefined;
  const use = found.get(name) ?? fresh();
  found.set(name, use);
  const quantile = matchers.find(({ label, op }) => label === 'quantile' && op === '=');
  if (quantile === undefined) use.whole = true;
  else if (isQuantile(quantile.value)) use.quantiles.add(quantile.value);
  else use.whole = true;
  for (const { label } of matchers) use.labels.add(label);
  return use;
}

function fresh(): Uses {
  return { labels: new Set(), counted: false, sloped: false, quantiles: new Set(), whole: false };
}

/** A quantile that its number spells the same way. */
function isQuantile(text: string): boolean {
  return String(Number(text)) === text;
}

/** What `base` is a family of, by the series that are used; `undefined` where they are metrics of their own. */
function familyOf(
  base: string,
  uses: ReadonlyMap<string, Uses>,
): 'histogram' | 'summary' | undefined {
  const [bucket, sum, count] = ['_bucket', '_sum', '_count'].map((suffix) =>
    uses.get(base + suffix),
  );
  if ([bucket, sum, count].some((use) => use?.sloped === true)) return undefined;
  const own = uses.get(base);
  if (bucket !== undefined) return own === undefined ? 'histogram' : undefined;
  const isPair = sum?.counted === true && count?.counted === true;
  if (own !== undefined) {
    return own.quantiles.size > 0 && !own.whole && !own.counted && !own.sloped
      ? 'summary'
      : undefined;
  }
  return isPair ? 'summary' : undefined;
}

function kindOf(name: string, { counted, sloped }: Uses): 'counter' | 'gauge' | 'info' {
  if (counted) return 'counter';
  if (sloped) return 'gauge';
  if (name.endsWith('_total')) return 'counter';
  return 'gauge';
}

/** Of the format, and `job`: without it, the analysis knows that there may be labels of targets that nobody has named. */
const NOT_ITS_OWN = ['__name__', 'le', 'quantile', 'job'];

function metricOf(
  name: string,
  kind: Metric['kind'],
  uses: readonly Uses[],
  more: Partial<Metric> = {},
): Metric {
  const labels = [...new Set(uses.flatMap((use) => [...use.labels]))]
    .filter((label) => !NOT_ITS_OWN.includes(label))
    .sort();
  return {
    name,
    kind,
    help: 'Seen in expressions only.',
    unit: kind === 'info' ? 'info' : unitOfName(name),
    labels: Object.fromEntries(labels.map((label) => [label, any])),
    jobs: [],
    ...more,
  };
}
