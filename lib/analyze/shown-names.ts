import { labelOf } from '../promql/index.ts';
import type { AnalyzedExpression } from './analysis.ts';
import type { AnalyzedPanel } from './panel-queries.ts';

/**
 * All names that the series of a panel can have, as its legend shows them; `undefined` where they are not known: a label
 * with any value, a transformation, a table.
 */
export function shownNames({ panel, queries }: AnalyzedPanel): ReadonlySet<string> | undefined {
  const { kind, transformations, field, overrides, queries: all } = panel.props;
  if (kind === 'table' || kind === 'heatmap' || transformations.length > 0) return undefined;
  // A name that somebody gives is a name by which later overrides find the field, or earlier ones do not.
  const renamed = [field, ...overrides.map(({ standard }) => standard)];
  if (renamed.some(({ displayName }) => displayName !== undefined)) return undefined;
  if (queries.length < all.length) return undefined;
  const names = new Set<string>(COMMON);
  for (const { query, expression } of queries) {
    if (query.format !== undefined && query.format !== 'time_series') return undefined;
    const found = query.hide === true ? [] : namesOf(expression);
    if (found === undefined) return undefined;
    for (const name of found) names.add(name);
  }
  return names;
}

/** Fields that are there besides the series. */
const COMMON = ['Time', 'Value'];

const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;

function namesOf({ legend, node, inference }: AnalyzedExpression): readonly string[] | undefined {
  if (legend === undefined || legend === '' || /^__|\$|\[\[/.test(legend)) return undefined;
  const info = inference.of(node);
  let names: readonly string[] = [legend];
  for (const [placeholder, label = ''] of legend.matchAll(PLACEHOLDER)) {
    const { presence, values } = labelOf(info, label);
    if (values === undefined) return undefined;
    const shown = presence === 'guaranteed' ? values : [...values, ''];
    names = names.flatMap((name) => shown.map((value) => name.replace(placeholder, () => value)));
    if (names.length > MOST) return undefined;
  }
  return names;
}

const MOST = 1000;
