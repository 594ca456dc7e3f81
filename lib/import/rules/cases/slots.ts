import { any, type LabelValues } from '../../../catalog/index.ts';
import { type Expr, type Matcher, type Selector, walk } from '../../../promql/index.ts';
import type { Handle, Handles } from '../../promql/index.ts';
import { groupedLabels, namedLabels } from './demanded-labels.ts';
import { matchingValue } from './matching-value.ts';
import type { LabelTexts } from './steady-world.ts';

/** A series that a case gives, before its values are chosen. */
export interface Slot {
  readonly name: string;
  readonly handle: Handle;
  readonly labels: LabelTexts;
  /** A counter: what is chosen is its rate. */
  readonly counts: boolean;
  /** A gauge whose slope is looked at. */
  readonly slopes: boolean;
  /** The buckets of a histogram: what is chosen is where its observations fall. */
  readonly buckets: boolean;
}

/** Why no series can be given. */
export interface NoSlots {
  readonly reason: string;
}

const OF_COUNTERS = ['rate', 'irate', 'increase', 'resets'];
const OF_SLOPES = ['delta', 'idelta', 'deriv', 'predict_linear'];

/** Two choices that decide whether the series of several selectors find each other. */
export interface SlotOptions {
  /** A label that one selector fixes has that value in the others too, instead of a value of its own. */
  readonly shared: boolean;
  /** Series that rules record have only the labels that the expression groups or matches by. */
  readonly lean: boolean;
}

/**
 * One series for each selector of an expression, with all labels that any of them needs.
 *
 * @param texts labels that the texts of the alert read
 */
export function slotsOf(
  expr: Expr,
  texts: readonly string[],
  handles: Handles,
  { shared, lean }: SlotOptions,
): readonly Slot[] | NoSlots {
  const selectors = walk(expr).filter((node): node is Selector => node.kind === 'selector');
  const counting = new Set(windowsOf(OF_COUNTERS, expr));
  const sloping = new Set(windowsOf(OF_SLOPES, expr));
  const found: { selector: Selector; handle: Handle }[] = [];
  for (const selector of selectors) {
    const { name } = selector;
    if (name === undefined) return { reason: 'a selector has no metric name' };
    const handle = handles.find(name);
    if (handle === undefined) return { reason: `\`${name}\` is in no catalog` };
    found.push({ selector, handle });
  }
  const declared = found.flatMap(({ handle }) => Object.keys(handle.labels));
  const named = [...namedLabels(expr), ...texts];
  const names = [...new Set([...named, ...declared])].filter((label) => label !== 'le').sort();
  const few = [...new Set([...groupedLabels(expr), ...texts])].sort();
  const common = shared ? sharedValues(selectors) : new Map<string, string>();
  const slots = new Map<string, Slot>();
  for (const { selector, handle } of found) {
    const series = labelsFor(
      selector,
      handle,
      lean && handle.recorded === true ? few : names,
      common,
    );
    if (series === undefined)
      return { reason: `no labels pass the matchers of \`${selector.name}\`` };
    const name = selector.name ?? '';
    const key = JSON.stringify([name, Object.entries(series).sort()]);
    const before = slots.get(key);
    const counts = counting.has(selector) || handle.kind === 'counter';
    const buckets =
      name.endsWith('_bucket') && !selector.matchers.some(({ label }) => label === 'le');
    slots.set(key, {
      name,
      handle,
      labels: series,
      counts: counts || before?.counts === true,
      slopes: sloping.has(selector) || before?.slopes === true,
      buckets,
    });
  }
  return [...slots.values()];
}

function windowsOf(functions: readonly string[], expr: Expr): readonly Selector[] {
  return walk(expr).flatMap((node) => {
    if (node.kind !== 'call' || !functions.includes(node.func)) return [];
    return node.args.flatMap((argument) => (argument.kind === 'matrix' ? [argument.of] : []));
  });
}

/** The first value that a selector fixes, for each label. */
function sharedValues(selectors: readonly Selector[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { matchers } of selectors) {
    for (const matcher of matchers) {
      if (values.has(matcher.label) || (matcher.op !== '=' && matcher.op !== '=~')) continue;
      const value = matchingValue(of(matchers, matcher.label), []);
      if (value !== undefined && value !== '') values.set(matcher.label, value);
    }
  }
  return values;
}

function labelsFor(
  { matchers }: Selector,
  handle: Handle,
  names: readonly string[],
  common: ReadonlyMap<string, string>,
): LabelTexts | undefined {
  const own = handle.selector.matchers.filter(({ op }) => op === '=');
  const all = handle.open ? names : names.filter((label) => Object.hasOwn(handle.labels, label));
  const entries: [string, string][] = [];
  const labels = new Set([
    ...all,
    ...matchers.map(({ label }) => label),
    ...own.map(({ label }) => label),
  ]);
  for (const label of labels) {
    const values = Object.hasOwn(handle.labels, label) ? handle.labels[label] : undefined;
    const fixed = own.find((each) => each.label === label)?.value;
    const preferred = preferredValues(label, values, fixed, common.get(label));
    const value = matchingValue(of(matchers, label), preferred);
    if (value === undefined || (values !== undefined && !isAllowed(values, value)))
      return undefined;
    if (!handle.open && values === undefined && value !== '') return undefined;
    entries.push([label, value]);
  }
  return Object.fromEntries(entries);
}

function preferredValues(
  label: string,
  values: LabelValues | undefined,
  fixed: string | undefined,
  shared: string | undefined,
): readonly string[] {
  if (fixed !== undefined) return [fixed];
  const given = shared === undefined ? [] : [shared];
  if (values !== undefined && values !== any) {
    return [...given.filter((value) => values.includes(value)), ...values];
  }
  return [...given, label];
}

function isAllowed(values: LabelValues, value: string): boolean {
  return values === any || values.includes(value) || value === '';
}

function of(matchers: readonly Matcher[], label: string): readonly Matcher[] {
  return matchers.filter((matcher) => matcher.label === label);
}
