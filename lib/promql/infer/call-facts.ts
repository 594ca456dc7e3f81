import type { Call } from '../ast.ts';
import type { CallFact } from './fact.ts';
import type { FunctionFlow } from './function-flow.ts';
import { type Info, NO_FACTS } from './info.ts';
import { isCumulative, isNativeHistogram } from './sample-kind.ts';

/** Whether a function is given what it is meant for. */
export function callFacts(node: Call, { wants }: FunctionFlow, of: Info): readonly CallFact[] {
  const fact = wants === undefined ? undefined : factOf(node, wants, of);
  return fact === undefined ? NO_FACTS : [fact];
}

function factOf(
  node: Call,
  wants: NonNullable<FunctionFlow['wants']>,
  { kind, guessed, aggregated }: Info,
): CallFact | undefined {
  if (kind === 'unknown') return undefined;
  switch (wants) {
    case 'counter':
      if (isCumulative(kind))
        return aggregated ? { kind: 'rate-of-aggregate', node, guessed } : undefined;
      return kind.endsWith('rate')
        ? { kind: 'rate-of-rate', node, guessed }
        : { kind: 'needs-counter', node, got: kind, guessed };
    case 'gauge':
      // A native histogram may be a gauge histogram; nothing declares which.
      return isCumulative(kind) && kind !== 'histogram'
        ? { kind: 'needs-gauge', node, got: kind, guessed }
        : undefined;
    case 'native-histogram':
      return isNativeHistogram(kind)
        ? undefined
        : { kind: 'needs-native-histogram', node, got: kind, guessed };
  }
}
