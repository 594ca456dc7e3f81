import type { Selector } from '../ast.ts';
import { type Branch, live, OPEN } from './branch.ts';
import type { Env } from './env.ts';
import type { SelectorFact } from './fact.ts';
import { type Info, UNKNOWN } from './info.ts';
import {
  GUARANTEED,
  guaranteed,
  IMPOSSIBLE,
  impossible,
  type LabelState,
  POSSIBLE,
} from './label-state.ts';
import { matcherFacts } from './matcher-facts.ts';
import { narrow } from './narrow.ts';
import type { Reason } from './reason.ts';
import { eitherKind } from './sample-kind.ts';
import { type Series, seriesOf } from './series.ts';
import { either } from './unit-algebra.ts';
import { hasVariable, testOf, type ValueTest } from './value-test.ts';

/** The series that a selector may return, one branch for each declaration of the metric. */
export function selectorInfo(node: Selector, env: Env): Info {
  const { name } = node;
  if (name === undefined || hasVariable(name)) return narrowed(node, unnamed(name));
  const recorded = env.metrics(name).length > 0 ? undefined : env.recorded(name);
  if (recorded) return narrowed(node, ofRule(name, recorded));
  const series = seriesOf(name, env);
  return series.length === 0
    ? unknownMetric(node, name, env)
    : narrowed(node, declared(node, name, series));
}

type Base = Omit<Info, 'type' | 'facts'>;

function unnamed(name: string | undefined): Base {
  const branch = name === undefined ? { ...OPEN, name: GUARANTEED } : OPEN;
  return { ...UNKNOWN, branches: [branch] };
}

function ofRule(name: string, recorded: Info): Base {
  const branches = recorded.branches.map((b) => ({ ...b, name: guaranteed(name), always: false }));
  return { ...recorded, branches };
}

function unknownMetric(node: Selector, name: string, env: Env): Info {
  const { branches } = narrowed(node, {
    ...UNKNOWN,
    branches: [{ ...OPEN, name: guaranteed(name) }],
  });
  const parent = env.metrics(name).length > 0 ? { parent: name } : {};
  const fact: SelectorFact = { kind: 'metric-unknown', node, name, ...parent };
  return { ...UNKNOWN, type: 'vector', branches, facts: [fact] };
}

function declared(node: Selector, name: string, series: readonly Series[]): Base {
  const why: Reason = { code: 'not-on-metric', node };
  const branches = series.map((s) => branchOf(s, name, why));
  const [first] = series;
  if (first === undefined || series.length > 1) return { ...mixed(series), branches };
  const { kind, unit, observed, guessed } = first;
  return { branches, kind, unit, observed, guessed, aggregated: false };
}

function branchOf(series: Series, name: string, why: Reason): Branch {
  const { labels, range } = series;
  return {
    labels,
    closed: series.closed ? why : undefined,
    name: guaranteed(name),
    always: false,
    dead: undefined,
    range,
  };
}

/** Kind and unit that all declarations agree on. */
function mixed(series: readonly Series[]): Omit<Base, 'branches'> {
  return {
    kind: series.map((s) => s.kind).reduce(eitherKind),
    unit: series.map((s) => s.unit).reduce(either),
    observed: series.map((s) => s.observed).reduce(either),
    guessed: series.some((s) => s.guessed),
    aggregated: false,
  };
}

/** Applies the matchers to every branch. */
function narrowed(node: Selector, base: Base): Info {
  const { kind, unit, observed, guessed, aggregated } = base;
  const tests = node.matchers.map(testOf);
  return {
    type: 'vector',
    // A declaration that the matchers exclude is not meant.
    branches: live(base.branches.map((b) => narrowBranch(node, b, tests))),
    kind,
    unit,
    observed,
    guessed,
    aggregated,
    facts: matcherFacts(node, live(base.branches), tests),
  };
}

type Tests = readonly (ValueTest | undefined)[];

function narrowBranch(node: Selector, base: Branch, tests: Tests): Branch {
  let { labels, name, dead } = base;
  for (const [at, test] of tests.entries()) {
    const matcher = node.matchers[at];
    if (matcher === undefined || test === undefined) continue;
    const { label, op } = matcher;
    const before = label === '__name__' ? name : labelIn(labels, label, base);
    const after = narrow(before, op, test);
    if (after === before) continue;
    if (after === undefined) {
      dead ??= { code: 'no-series-left', node, subject: label };
      continue;
    }
    const told =
      after === IMPOSSIBLE ? impossible({ code: 'matched-empty', node, subject: label }) : after;
    if (label === '__name__') name = told;
    else labels = withLabel(labels, base, label, told);
  }
  return labels === base.labels && name === base.name && dead === base.dead
    ? base
    : { labels, closed: base.closed, name, always: base.always, dead, range: base.range };
}

function labelIn(labels: Branch['labels'], label: string, { closed }: Branch): LabelState {
  return labels.get(label) ?? (closed === undefined ? POSSIBLE : IMPOSSIBLE);
}

/** A copy of the labels of `base` at the first change; `labels` itself once it is a copy. */
function withLabel(
  labels: Branch['labels'],
  base: Branch,
  label: string,
  state: LabelState,
): Branch['labels'] {
  const copy = labels === base.labels ? new Map(labels) : (labels as Map<string, LabelState>);
  return copy.set(label, state);
}
