import type { AggregateOp, BinaryOp } from './ast.ts';
import type { Keyword, TokenKind } from './token.ts';

const AGGREGATE_OPS = [
  'sum',
  'avg',
  'min',
  'max',
  'count',
  'group',
  'stddev',
  'stdvar',
  'topk',
  'bottomk',
  'quantile',
  'count_values',
  'limitk',
  'limit_ratio',
] as const satisfies readonly AggregateOp[];

const AGGREGATES: ReadonlySet<string> = new Set(AGGREGATE_OPS);

/** Keywords that also name a function. */
const FUNCTION_KEYWORDS: ReadonlySet<string> = new Set([
  'start',
  'end',
  'step',
  'range',
  'min_of',
  'max_of',
]);

/** Keywords that cannot start an expression; every other keyword is a metric's name there. */
const RESERVED: ReadonlySet<string> = new Set([
  'bool',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'atan2',
]);

/** Lower case; PromQL ignores the case of keywords, not of functions. */
export const KEYWORDS: ReadonlyMap<string, Keyword | 'number'> = new Map(
  [
    ...AGGREGATE_OPS,
    ...([
      'and',
      'or',
      'unless',
      'atan2',
      'offset',
      'anchored',
      'smoothed',
      'by',
      'without',
    ] as const),
    ...(['on', 'ignoring', 'group_left', 'group_right', 'bool'] as const),
    ...(['fill', 'fill_left', 'fill_right'] as const),
    ...(['start', 'end', 'step', 'range', 'min_of', 'max_of'] as const),
  ]
    .map((word): [string, Keyword | 'number'] => [word, word])
    .concat([
      ['inf', 'number'],
      ['nan', 'number'],
    ]),
);

/** Higher binds tighter. A sign before an operand binds as `*` does. */
export const PRECEDENCE = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '<': 3,
  '>=': 3,
  '<=': 3,
  '</': 3,
  '>/': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  /** Associates to the right. */
  '^': 6,
} as const satisfies Record<BinaryOp, number>;

export function isBinaryOp(kind: TokenKind): kind is BinaryOp {
  return Object.hasOwn(PRECEDENCE, kind);
}

export function isAggregateOp(kind: TokenKind): kind is AggregateOp {
  return AGGREGATES.has(kind);
}

/** Whether `kind` followed by `(` calls a function. */
export function isFunctionName(kind: TokenKind): boolean {
  return kind === 'identifier' || FUNCTION_KEYWORDS.has(kind);
}

/** Whether `kind` where an operand stands is the name of a metric. */
export function isMetricName(kind: TokenKind): boolean {
  if (kind === 'identifier' || kind === 'metric' || kind === 'templated') return true;
  return isKeyword(kind) && !RESERVED.has(kind);
}

/** Whether `kind` is a label in `by (…)`, `on (…)` and the like. Prometheus refuses `without` there. */
export function isLabelName(kind: TokenKind): boolean {
  if (kind === 'identifier' || kind === 'metric') return true;
  if (kind === 'variable' || kind === 'templated') return true;
  return isKeyword(kind) && kind !== 'without';
}

/** Whether a metric of this name has to be written `{"name"}`. */
export function needsQuotes(name: string): boolean {
  const word = name.toLowerCase();
  return RESERVED.has(word) || KEYWORDS.get(word) === 'number' || !METRIC_NAME.test(name);
}

/** Whether a label of this name has to be quoted in `by (…)`; in braces every identifier is free. */
export function groupingNeedsQuotes(label: string): boolean {
  const word = label.toLowerCase();
  return word === 'without' || KEYWORDS.get(word) === 'number' || !LABEL_NAME.test(label);
}

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
export const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function isKeyword(kind: TokenKind): kind is Keyword {
  return KEYWORDS.get(kind) === kind;
}
