import type { Alert, RecordingRule } from '../../../model/index.ts';
import { children, type Expr } from '../../../promql/index.ts';
import type { Subject } from '../subject.ts';
import { beyondBuckets } from './beyond-buckets.ts';
import {
  fallbackIsQuiet,
  guardedZero,
  onlySignCounts,
  quantileOfShares,
  timesNothing,
} from './by-arithmetic.ts';
import { everyValueMatches, oneSeriesInGroup, valueOutOfRange } from './by-catalog.ts';
import type { ExprMutation } from './mutate-expr.ts';
import { otherSideMatches } from './other-side.ts';
import type { Proof } from './question.ts';

const PROOFS: readonly Proof[] = [
  everyValueMatches,
  otherSideMatches,
  valueOutOfRange,
  oneSeriesInGroup,
  onlySignCounts,
  quantileOfShares,
  timesNothing,
  fallbackIsQuiet,
  guardedZero,
  beyondBuckets,
];

/**
 * Why a mutation cannot be told from the rule by anything that the catalog allows to be scraped. Only what is proved: a
 * mutant that merely looks alike has to be killed.
 *
 * @returns `undefined` where a test may tell them apart
 */
export function whyEquivalent(
  mutation: ExprMutation,
  rule: Alert | RecordingRule,
  subject: Subject,
): string | undefined {
  const question = { mutation, above: nodesAbove(rule.node, mutation.from) ?? [], rule, subject };
  for (const proof of PROOFS) {
    const reason = proof(question);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Innermost first; `undefined` where `node` is not below `root`. */
function nodesAbove(root: Expr, node: Expr): readonly Expr[] | undefined {
  if (root === node) return [];
  for (const child of children(root)) {
    const found = nodesAbove(child, node);
    if (found !== undefined) return [...found, root];
  }
  return undefined;
}
