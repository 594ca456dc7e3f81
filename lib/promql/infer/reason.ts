import type { Expr } from '../ast.ts';

/** Why a label cannot be there, or why nothing is returned; `node` is the part of the query that decides it. */
export interface Reason {
  readonly code: ReasonCode;
  readonly node: Expr;
  /** The label, matcher or side that the code speaks of. */
  readonly subject?: string;
}

export type ReasonCode = keyof typeof TEXT;

/**
 * The reason as a clause.
 *
 * @example
 * explain(why) // "`sum by (job)` keeps only `job`"
 */
export function explain({ code, node, subject = '' }: Reason): string {
  return TEXT[code](node, subject);
}

const TEXT = {
  'not-on-metric': (node) => `${metric(node)} has no such label`,
  'matched-empty': (node, label) => `${metric(node)} is selected with \`${label}=""\``,
  'aggregated-by': (node) => `${aggregation(node)} keeps only ${listed(grouping(node))}`,
  'aggregated-away': (node) => `${aggregation(node)} removes all labels`,
  'aggregated-without': (node, label) => `${aggregation(node)} removes \`${label}\``,
  'matched-on': (node) => `${matching(node)} keeps only ${listed(matchedOn(node))}`,
  'matched-ignoring': (node, label) => `${matching(node)} removes \`${label}\``,
  'other-side': (_, side) => `the ${side} side does not have it, and both must agree`,
  'include-missing': (_, side) => `the ${side} side, which it is copied from, does not have it`,
  'no-labels': (node) => `${subjectOf(node)} has no labels`,
  absent: () => '`absent` carries only labels that its selector matches with `=`',
  'drops-le': (node) => `${subjectOf(node)} removes \`le\``,
  'set-empty': (node) => `${subjectOf(node)} sets it to nothing`,
  'drops-name': (node) => `${subjectOf(node)} removes the metric name`,
  'rule-label': (_, label) => `the recording rule sets \`${label}\` to nothing`,
  'no-series-left': (node, label) =>
    `no series of ${metric(node)} passes its matchers of \`${label}\``,
  'match-never': (node, label) => `${matching(node)} finds no pair with the same \`${label}\``,
  'comparison-never': (node) => `${subjectOf(node)} is never true`,
  'always-removed': () => '`unless` removes every series',
  'always-shadowed': () => 'the left side of `or` always returns',
  'never-absent': () => 'the argument of `absent` always returns',
  'takes-histograms': (node) => `${subjectOf(node)} takes native histograms only`,
  'needs-le': (node) => `${subjectOf(node)} needs \`le\``,
  'compares-histogram': (node) => `${subjectOf(node)} compares a native histogram with a number`,
} as const satisfies Record<string, (node: Expr, subject: string) => string>;

function metric(node: Expr): string {
  return node.kind === 'selector' && node.name !== undefined ? `\`${node.name}\`` : 'the selector';
}

function aggregation(node: Expr): string {
  if (node.kind !== 'aggregate') return 'the aggregation';
  const { op, grouping: g } = node;
  return g === undefined ? `\`${op}\`` : `\`${op} ${g.kind} (${g.labels.join(', ')})\``;
}

function grouping(node: Expr): readonly string[] {
  return node.kind === 'aggregate' ? (node.grouping?.labels ?? []) : [];
}

function matching(node: Expr): string {
  if (node.kind !== 'binary') return 'the match';
  const { op, matching: m } = node;
  return m === undefined ? `\`${op}\`` : `\`${m.kind} (${m.labels.join(', ')})\``;
}

function matchedOn(node: Expr): readonly string[] {
  return node.kind === 'binary' ? (node.matching?.labels ?? []) : [];
}

function subjectOf(node: Expr): string {
  switch (node.kind) {
    case 'call':
      return `\`${node.func}\``;
    case 'aggregate':
    case 'binary':
    case 'unary':
      return `\`${node.op}\``;
    default:
      return 'a constant';
  }
}

function listed(labels: readonly string[]): string {
  return labels.length === 0 ? 'nothing' : labels.map((l) => `\`${l}\``).join(', ');
}
