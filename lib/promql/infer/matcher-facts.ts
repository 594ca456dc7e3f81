import type { Matcher, Selector } from '../ast.ts';
import { type Branch, stateOf } from './branch.ts';
import type { SelectorFact } from './fact.ts';
import { NO_FACTS } from './info.ts';
import type { LabelState } from './label-state.ts';
import { narrow } from './narrow.ts';
import type { ValueTest } from './value-test.ts';

/**
 * What the declarations of a metric say about its matchers.
 *
 * @param bases the metric before its matchers; a fact holds for all of them
 * @param tests of the matchers, in order
 */
export function matcherFacts(
  node: Selector,
  bases: readonly Branch[],
  tests: readonly (ValueTest | undefined)[],
): readonly SelectorFact[] {
  let facts: SelectorFact[] | undefined;
  for (const [at, matcher] of node.matchers.entries()) {
    const fact = factOf(node, matcher, at, bases, tests);
    if (fact) (facts ??= []).push(fact);
  }
  return facts ?? NO_FACTS;
}

function factOf(
  node: Selector,
  matcher: Matcher,
  at: number,
  bases: readonly Branch[],
  tests: readonly (ValueTest | undefined)[],
): SelectorFact | undefined {
  const { label, op } = matcher;
  const test = tests[at];
  const states = bases.map((b) => stateOf(b, label));
  if (states.every((s) => s.presence === 'impossible')) {
    const passes = test?.passes('') === true ? 'all' : 'none';
    return { kind: 'matcher-label-unknown', node, matcher, passes };
  }
  if (test === undefined) return undefined;
  const left = states.map((s) => narrow(s, op, test));
  if (left.every((s) => s === undefined)) {
    return states.every((s) => s.values !== undefined || s.presence === 'impossible')
      ? { kind: 'matcher-value-unknown', node, matcher, known: knownValues(states) }
      : { kind: 'matcher-contradiction', node, matcher };
  }
  if (states.every((s) => contradicts(node, at, s, tests))) {
    return { kind: 'matcher-contradiction', node, matcher };
  }
  // Handles add a matcher of the job to every selector.
  if (label === 'job' || label === '__name__' || !states.every((s) => passesAll(s, test))) {
    return undefined;
  }
  return { kind: 'matcher-tautology', node, matcher, known: knownValues(states) };
}

function knownValues(states: readonly LabelState[]): readonly string[] {
  return [...new Set(states.flatMap((s) => s.values ?? []))];
}

function passesAll(state: LabelState, test: ValueTest): boolean {
  if (state.values?.every(test.passes) !== true) return false;
  return state.presence === 'guaranteed' || test.passes('');
}

/** The matchers of the label before this one leave something, and this one leaves nothing of it. */
function contradicts(
  node: Selector,
  at: number,
  base: LabelState,
  tests: readonly (ValueTest | undefined)[],
): boolean {
  const label = node.matchers[at]?.label;
  let state: LabelState = base;
  for (let i = 0; i <= at; i++) {
    const matcher = node.matchers[i];
    const test = tests[i];
    if (matcher?.label !== label || matcher === undefined || test === undefined) continue;
    const next = narrow(state, matcher.op, test);
    if (next === undefined) return i === at;
    state = next;
  }
  return false;
}
