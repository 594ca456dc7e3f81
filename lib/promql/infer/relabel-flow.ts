import type { Call, Expr } from '../ast.ts';
import { type Branch, innerStateOf, live, OPEN, whyImpossible } from './branch.ts';
import type { CallFact } from './fact.ts';
import { type Info, NO_FACTS } from './info.ts';
import {
  GUARANTEED,
  guaranteed,
  IMPOSSIBLE,
  impossible,
  type LabelState,
  POSSIBLE,
  widen,
} from './label-state.ts';
import { fullMatch, hasVariable } from './value-test.ts';

/** `label_replace(of, target, replacement, source, regex)`. */
export function labelReplaceInfo(node: Call, of: Info): Info {
  const [target, replacement, source, regex] = node.args.slice(1).map(textOf);
  if (target === undefined) return { ...of, branches: [OPEN], facts: NO_FACTS };
  const branches = of.branches.map((b) => {
    const before = innerStateOf(b, target);
    const after = replaced(node, b, before, target, replacement, source, regex);
    return after === undefined ? b : withLabel(b, target, after);
  });
  return { ...of, type: 'vector', branches, facts: sourceFacts(node, of, source, regex) };
}

/** `undefined`: as before. */
function replaced(
  node: Call,
  of: Branch,
  before: LabelState,
  target: string,
  replacement: string | undefined,
  source: string | undefined,
  regex: string | undefined,
): LabelState | undefined {
  if (replacement === undefined || source === undefined || regex === undefined) return POSSIBLE;
  const matches = matchesSource(source === '' ? IMPOSSIBLE : innerStateOf(of, source), regex);
  if (matches === 'never') return undefined;
  const after = expanded(node, replacement);
  if (matches === 'always') return after;
  // The usual way to give a label a default: `label_replace(x, "zone", "none", "zone", "")`.
  const fillsGaps = source === target && fullMatch(regex)?.('') === true;
  return widen(fillsGaps ? { ...before, presence: 'guaranteed' } : before, after);
}

function matchesSource(state: LabelState, regex: string): 'always' | 'never' | 'perhaps' {
  const matches = hasVariable(regex) ? undefined : fullMatch(regex);
  if (matches === undefined) return 'perhaps';
  if (regex === '.*' || regex === '(.*)') return 'always';
  const empty = state.presence === 'guaranteed' ? [] : [''];
  const values = state.presence === 'impossible' ? [] : state.values;
  if (values === undefined) return 'perhaps';
  const found = [...empty, ...values].map(matches);
  if (!found.includes(true)) return 'never';
  return found.includes(false) ? 'perhaps' : 'always';
}

/** The label that a match sets; an empty text removes it. */
function expanded(node: Call, replacement: string): LabelState {
  if (replacement === '') return impossible({ code: 'set-empty', node });
  if (hasVariable(replacement)) return POSSIBLE;
  if (!replacement.includes('$')) return guaranteed(replacement);
  const literal = replacement.replace(/\$(?:\w+|\{\w+\}|\$)/g, '');
  return literal === '' ? POSSIBLE : GUARANTEED;
}

/** `label_join(of, target, separator, sources…)`. */
export function labelJoinInfo(node: Call, of: Info): Info {
  const [target, separator, ...sources] = node.args.slice(1).map(textOf);
  if (target === undefined) return { ...of, branches: [OPEN], facts: NO_FACTS };
  const branches = of.branches.map((b) =>
    withLabel(b, target, joined(node, b, separator, sources)),
  );
  return { ...of, type: 'vector', branches, facts: NO_FACTS };
}

function joined(
  node: Call,
  of: Branch,
  separator: string | undefined,
  sources: readonly (string | undefined)[],
): LabelState {
  if (sources.length > 1 && separator !== '') {
    return separator === undefined ? POSSIBLE : GUARANTEED;
  }
  const states = sources.map((s) => (s === undefined ? POSSIBLE : innerStateOf(of, s)));
  if (states.every((s) => s.presence === 'impossible')) {
    return impossible({ code: 'set-empty', node });
  }
  const [only] = states;
  if (states.length === 1 && only !== undefined) return only;
  return states.some((s) => s.presence === 'guaranteed') ? GUARANTEED : POSSIBLE;
}

function withLabel(of: Branch, label: string, state: LabelState): Branch {
  if (label === '__name__') return { ...of, name: state };
  return { ...of, labels: new Map(of.labels).set(label, state) };
}

function textOf(arg: Expr): string | undefined {
  if (arg.kind === 'paren') return textOf(arg.of);
  return arg.kind === 'string' ? arg.value : undefined;
}

function sourceFacts(
  node: Call,
  of: Info,
  source: string | undefined,
  regex: string | undefined,
): readonly CallFact[] {
  if (!source || regex === undefined) return NO_FACTS;
  const branches = live(of.branches);
  if (branches.some((b) => innerStateOf(b, source).presence !== 'impossible')) {
    return NO_FACTS;
  }
  const why = branches[0] && whyImpossible(branches[0], source);
  const matches = fullMatch(regex)?.('') ?? true;
  return [{ kind: 'source-label-impossible', node, label: source, ...(why && { why }), matches }];
}
