import type { Call, Expr, Selector } from '../ast.ts';
import { type Branch, NO_LABELS } from './branch.ts';
import type { CallFact } from './fact.ts';
import { STATE } from './inferred-unit.ts';
import { alwaysReturns, type Info, neverReturns, NO_FACTS } from './info.ts';
import { ONE } from './interval.ts';
import {
  guaranteed,
  IMPOSSIBLE,
  impossible,
  type LabelState,
  maybe,
  POSSIBLE,
} from './label-state.ts';
import type { Reason } from './reason.ts';
import { hasVariable } from './value-test.ts';

/** `absent(of)`: 1 where nothing is there, with the labels that a bare selector fixes. */
export function absentInfo(node: Call, of: Info): Info {
  const never = of.type !== 'matrix' && alwaysReturns(of);
  const why: Reason = { code: 'absent', node };
  const branch: Branch = {
    labels: labelsOf(node.args[0], why),
    closed: why,
    name: IMPOSSIBLE,
    always: neverReturns(of) !== undefined,
    dead: never ? { code: 'never-absent', node } : undefined,
    range: ONE,
  };
  const fact: CallFact = { kind: 'never-absent', node };
  return {
    type: 'vector',
    branches: [branch],
    kind: 'state',
    unit: STATE,
    observed: undefined,
    guessed: false,
    aggregated: false,
    facts: never ? [fact] : NO_FACTS,
  };
}

function labelsOf(arg: Expr | undefined, why: Reason): ReadonlyMap<string, LabelState> {
  if (arg?.kind === 'selector') return fixed(arg, why, arg.at !== undefined);
  if (arg?.kind === 'matrix') return fixed(arg.of, why, arg.of.at !== undefined);
  // Prometheus looks through parentheses in some versions only.
  return arg?.kind === 'paren' && arg.of.kind === 'selector' ? fixed(arg.of, why, true) : NO_LABELS;
}

/** Only `=` gives a label, and only the first of several; any other matcher after it takes it away again. */
function fixed(of: Selector, why: Reason, uncertain: boolean): ReadonlyMap<string, LabelState> {
  const labels = new Map<string, LabelState>();
  const seen = new Set<string>();
  for (const { label, op, value } of of.matchers) {
    if (label === '__name__') continue;
    if (op !== '=' || seen.has(label)) {
      labels.set(label, impossible(why));
      continue;
    }
    seen.add(label);
    labels.set(label, uncertain ? maybe(stateOf(value, why)) : stateOf(value, why));
  }
  return labels;
}

function stateOf(value: string, why: Reason): LabelState {
  if (value === '') return impossible(why);
  if (hasVariable(value)) return POSSIBLE;
  return guaranteed(value);
}
