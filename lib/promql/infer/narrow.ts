import type { MatchOp } from '../ast.ts';
import { IMPOSSIBLE, type LabelState, state } from './label-state.ts';
import type { ValueTest } from './value-test.ts';

/**
 * What a matcher leaves of a label: the same object where it passes everything, `IMPOSSIBLE` where it wants the label to
 * be absent, `undefined` where no series passes.
 */
export function narrow(label: LabelState, op: MatchOp, test: ValueTest): LabelState | undefined {
  const absent = label.presence !== 'guaranteed' && test.passes('');
  if (label.presence === 'impossible') return absent ? label : undefined;
  const presence = absent ? 'possible' : 'guaranteed';
  if (label.values !== undefined) {
    const values = label.values.filter(test.passes);
    if (values.length === 0) return absent ? IMPOSSIBLE : undefined;
    const same = values.length === label.values.length && presence === label.presence;
    return same ? label : state(presence, values);
  }
  const { listed } = test;
  const positive = op === '=' || op === '=~';
  if (listed === undefined) {
    return presence === label.presence ? label : state(presence, undefined, label.except);
  }
  if (!positive) return state(presence, undefined, excluded(label, listed));
  const values = listed.filter((v) => v !== '' && label.except?.includes(v) !== true);
  if (values.length > 0) return state(presence, values);
  return absent ? IMPOSSIBLE : undefined;
}

function excluded(label: LabelState, listed: readonly string[]): readonly string[] | undefined {
  const except = [...(label.except ?? []), ...listed.filter((v) => v !== '')];
  return except.length === 0 ? undefined : except;
}
