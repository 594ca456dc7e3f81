import type { Call } from '../ast.ts';
import { type Branch, dying, stateOf, withoutName } from './branch.ts';
import type { CallFact } from './fact.ts';
import { RATIO } from './inferred-unit.ts';
import { type Info, labelOf } from './info.ts';
import { ANY_VALUE, type Interval, ZERO_OR_ONE } from './interval.ts';
import { GUARANTEED, impossible } from './label-state.ts';
import { isNativeHistogram } from './sample-kind.ts';
import { hasVariable } from './value-test.ts';

/** `histogram_quantile`, `histogram_quantiles` and `histogram_fraction` of buckets or a native histogram. */
export function histogramInfo(node: Call, of: Info): Info {
  const quantile = node.func !== 'histogram_fraction';
  return {
    type: 'vector',
    branches: of.branches.map((b) => estimated(node, of, b)),
    kind: quantile ? 'quantile' : 'gauge',
    unit: quantile ? of.observed : RATIO,
    observed: undefined,
    guessed: of.guessed,
    aggregated: of.aggregated,
    facts: factsOf(node, of),
  };
}

function estimated(node: Call, info: Info, of: Branch): Branch {
  const branch = withoutName(of, node, rangeOf(node));
  const labels = new Map(branch.labels);
  // Buckets without `le`, and floats that are no buckets, are passed over.
  const lost = !info.guessed && isFloat(info) && stateOf(of, 'le').presence === 'impossible';
  if (stateOf(branch, 'le').presence !== 'impossible') {
    labels.set('le', impossible({ code: 'drops-le', node }));
  }
  const [, label] = node.args;
  if (
    node.func === 'histogram_quantiles' &&
    label?.kind === 'string' &&
    !hasVariable(label.value)
  ) {
    labels.set(label.value, GUARANTEED);
  }
  const result: Branch = { ...branch, labels, always: false };
  return lost ? dying(result, { code: 'needs-le', node }) : result;
}

function isFloat(info: Info): boolean {
  return info.kind !== 'unknown' && !isNativeHistogram(info.kind);
}

function rangeOf(node: Call): Interval {
  return node.func === 'histogram_fraction' ? { ...ZERO_OR_ONE, nan: true } : ANY_VALUE;
}

function factsOf(node: Call, of: Info): CallFact[] {
  const { kind, guessed } = of;
  const le = labelOf(of, 'le');
  switch (kind) {
    case 'histogram':
    case 'histogram-rate':
    case 'unknown':
      return kind === 'histogram' ? [{ kind: 'raw-buckets', node, guessed }] : [];
    case 'bucket':
    case 'bucket-rate':
      if (le.presence === 'impossible') {
        return [{ kind: 'needs-le', node, ...(le.why && { why: le.why }), guessed }];
      }
      return kind === 'bucket' ? [{ kind: 'raw-buckets', node, guessed }] : [];
    default:
      return [{ kind: 'needs-buckets', node, got: kind, guessed }];
  }
}
