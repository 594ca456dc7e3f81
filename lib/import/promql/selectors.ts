import { any, type LabelValues } from '../../catalog/index.ts';
import {
  type Matcher,
  matches,
  matchesNot,
  not,
  type Selector,
  toMatchers,
  type Where,
} from '../../promql/index.ts';
import { propertyName, quoted } from '../source/index.ts';
import { type Built, method, type Operand } from './built.ts';
import type { Handle } from './handles.ts';
import { labelSet } from './label-set.ts';
import { numberLiteral } from './literals.ts';
import { rangeOf } from './ranges.ts';
import { refuse, type Translation } from './translation.ts';

/** A selector as its handle with matchers and offset. */
export interface SelectorHandle extends Built {
  readonly kind: Handle['kind'];
  readonly labels: Handle['labels'];
  readonly open: boolean;
  /** Labels that are matched with `=`, which `absent` keeps. */
  readonly fixed: readonly string[];
}

/** @throws Refusal where the catalog has no such metric, or its handle cannot be narrowed to this */
export function handleOf(selector: Selector, t: Translation): SelectorHandle {
  const { name, at, edge, offset } = selector;
  if (name === undefined) return refuse('a selector without a metric name');
  if (name.includes('$') || name.includes('[[')) {
    return refuse('a metric whose name is a variable');
  }
  if (at !== undefined) return refuse('`@` has no typed call');
  if (edge !== undefined) return refuse(`\`${edge}\` has no typed call`);
  const found = t.handles.find(name);
  if (found === undefined) return refuse(`\`${name}\` is in no catalog`);
  t.uses(found.root);
  const own = ownMatchers(selector, found);
  const narrowed = found.quantiles === undefined ? narrow(found, own, t) : quantile(found, own, t);
  const shifted =
    offset === undefined ? narrowed : { ...narrowed, ...shift(narrowed, rangeOf(offset, t)) };
  const fixed = selector.matchers.filter(({ op }) => op === '=').map(({ label }) => label);
  return { ...shifted, fixed: fixed.filter((label) => found.open || label in found.labels) };
}

/** @throws Refusal as `handleOf`, and for a histogram or summary, which are no vectors */
export function vectorOf(selector: Selector, t: Translation): Operand {
  const handle = handleOf(selector, t);
  const labels = labelsOf(handle);
  switch (handle.kind) {
    case 'counter':
      return { ...method(handle, 'raw', []), type: 'vector', labels };
    case 'gauge':
    case 'info':
      return { code: handle.code, value: handle.value, type: 'vector', labels };
    case 'histogram':
    case 'summary':
      return refuse(`\`${selector.name ?? ''}\` is a ${handle.kind}, which is no vector`);
  }
}

export function labelsOf({ open, labels }: Pick<Handle, 'open' | 'labels'>) {
  return open ? 'open' : labelSet(Object.keys(labels));
}

type Narrowed = Omit<SelectorHandle, 'fixed'>;

/** Those that the handle does not bring itself. */
function ownMatchers({ matchers }: Selector, { selector }: Handle): readonly Matcher[] {
  return matchers.filter(
    ({ label, op, value }) =>
      !selector.matchers.some((m) => m.label === label && m.op === op && m.value === value),
  );
}

function narrow(of: Narrowed, matchers: readonly Matcher[], t: Translation): Narrowed {
  if (matchers.length === 0) return of;
  const labels = [...new Set(matchers.map(({ label }) => label))];
  const entries = labels.map((label) => {
    const values = matchers
      .filter((matcher) => matcher.label === label)
      .map((matcher) => valueOf(matcher, valuesOf(of, label), t));
    return { label, value: together(values, t) };
  });
  const code = entries
    .map(({ label, value }) =>
      label === value.code ? label : `${propertyName(label)}: ${value.code}`,
    )
    .join(', ');
  const where: Built = {
    code: `{ ${code} }`,
    value: Object.fromEntries(entries.map(({ label, value }) => [label, value.value])),
  };
  return { ...of, ...method(of, 'where', [where]) };
}

function together(values: readonly Built[], t: Translation): Built {
  const [only] = values;
  if (only !== undefined && values.length === 1) return only;
  t.uses('allOf');
  return {
    code: `allOf(${values.map(({ code }) => code).join(', ')})`,
    value: { all: values.map(({ value }) => value) },
  };
}

/** `quantile` is no label of a summary's type but an argument of its own. */
function quantile(of: Handle, matchers: readonly Matcher[], t: Translation): Narrowed {
  const index = matchers.findIndex(({ label, op }) => label === 'quantile' && op === '=');
  const q = Number(matchers[index]?.value);
  if (index === -1 || of.quantiles?.includes(q) !== true) return refuse('a summary is no vector');
  const before = narrow(of, matchers.slice(0, index), t);
  const chosen = method(before, 'quantile', [{ code: numberLiteral(q), value: q }]);
  return narrow({ ...before, ...chosen, kind: 'gauge' }, matchers.slice(index + 1), t);
}

function shift(of: Narrowed, by: Built): Built {
  if (of.kind === 'info') return refuse('`offset` of an info metric');
  return method(of, 'offset', [by]);
}

/** The values that the type of the label allows. */
function valuesOf({ labels, open }: Narrowed, label: string): LabelValues {
  const known = Object.hasOwn(labels, label) ? labels[label] : open ? any : undefined;
  return known ?? refuse(`\`${label}\` is no label of the metric`);
}

function valueOf(matcher: Matcher, known: LabelValues, t: Translation): Built {
  const { op, value, bare } = matcher;
  if (bare === true) return refuse('a variable that brings its own quotes');
  const name = /^\$(\w+)$/.exec(value)?.[1];
  const variable = name === undefined ? undefined : t.handles.variable?.(name);
  if (variable?.interval === false && op === (variable.multi ? '=~' : '=')) {
    t.uses(variable.root);
    return variable;
  }
  const isKnown = (each: string) => known === any || known.includes(each);
  const found = choices(matcher, isKnown).find((choice) => isThis(choice, matcher));
  if (found === undefined) return refuse(`\`${value}\` is no value of \`${matcher.label}\``);
  if (found.library !== undefined) t.uses(found.library);
  return found;
}

interface Choice extends Built {
  /** The function of the library that it calls. */
  readonly library?: string;
}

/** From the most to the least readable. */
function choices({ op, value }: Matcher, isKnown: (value: string) => boolean): readonly Choice[] {
  const several = value.split('|').map((each) => each.replace(/\\([\\^$.|?*+()[\]{}])/g, '$1'));
  const listed = several.every(isKnown);
  switch (op) {
    case '=':
      return isKnown(value) ? [text(value)] : [];
    case '=~':
      return [
        ...(listed ? [{ code: `[${several.map(quoted).join(', ')}]`, value: several }] : []),
        call('matches', matches, [value]),
      ];
    case '!=':
      return isKnown(value) ? [call('not', not, [value])] : [];
    case '!~':
      return [
        ...(listed && several.length > 1 ? [call('not', not, several)] : []),
        call('matchesNot', matchesNot, [value]),
      ];
  }
}

/** Whether `where` makes exactly this matcher of it. */
function isThis({ value }: Built, { label, op, value: wanted }: Matcher): boolean {
  const [made] = toMatchers({ [label]: value } as Where<Record<string, string>>);
  return made?.op === op && made.value === wanted;
}

function text(value: string): Built {
  return { code: quoted(value), value };
}

function call(
  name: string,
  make: (...texts: [string, ...string[]]) => unknown,
  texts: readonly string[],
): Choice {
  const [first = '', ...more] = texts;
  return {
    library: name,
    code: `${name}(${texts.map(quoted).join(', ')})`,
    value: make(first, ...more),
  };
}
