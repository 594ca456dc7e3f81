import type { Change, Effect } from '../../model/index.ts';
import { type Matcher, regexMatches } from '../../promql/index.ts';
import type { LabelSet } from './label-sets.ts';

/** A change with the moment from which on it holds, and the series that it is about. */
export class Happening {
  readonly effect: Effect;
  /** Seconds since 1970. */
  readonly since: number;
  readonly #change: Change;
  /** Of all series that match: what one of them gets is its share. */
  totalWeight = 0;

  constructor(change: Change, since: number) {
    this.effect = change.effect;
    this.since = since;
    this.#change = change;
  }

  matches(name: string, labels: LabelSet): boolean {
    const { selector } = this.#change;
    return selector.name === name && selector.matchers.every((each) => accepts(each, labels));
  }

  /** Whether it is about any series. */
  get isUsed(): boolean {
    return this.totalWeight > 0;
  }
}

function accepts({ label, op, value }: Matcher, labels: LabelSet): boolean {
  const actual = labels[label] ?? '';
  switch (op) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
      return regexMatches(value, actual);
    case '!~':
      return !regexMatches(value, actual);
  }
}

/** Whether a series is not exposed at a moment. */
export function isAbsent(happenings: readonly Happening[], time: number): boolean {
  for (const { effect, since } of happenings) {
    if (effect.kind === 'absent' && time >= since) return true;
  }
  return false;
}
