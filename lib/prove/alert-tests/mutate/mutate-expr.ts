import type {
  Aggregate,
  AggregateOp,
  Binary,
  BinaryOp,
  Call,
  Expr,
  Matcher,
  Range,
  Selector,
} from '../../../promql/index.ts';
import { rewrites } from './rewrite.ts';

/** A change in one place of an expression. */
export interface ExprMutation {
  readonly kind: MutationKind;
  /** The node as it was. */
  readonly from: Expr;
  /** What stands in its place. */
  readonly by: Expr;
  /** The whole expression. */
  readonly to: Expr;
}

export type MutationKind =
  | 'comparison turned'
  | 'comparison loosened'
  | 'threshold'
  | 'for'
  | 'aggregation'
  | 'aggregation labels'
  | 'matcher dropped'
  | 'matcher negated'
  | 'function'
  | 'range'
  | 'or'
  | 'division';

/** Every change that is made to an expression, one at a time. */
export function* mutateExpr(expr: Expr): Generator<ExprMutation> {
  yield* rewrites(expr, (node) =>
    changesOf(node).map(([kind, by]) => ({ kind, from: node, by, to: by })),
  );
}

type Change = readonly [kind: MutationKind, by: Expr];

function changesOf(node: Expr): readonly Change[] {
  switch (node.kind) {
    case 'binary':
      return binaryChanges(node);
    case 'aggregate':
      return aggregateChanges(node);
    case 'call':
      return callChanges(node);
    case 'selector':
      return matcherChanges(node);
    case 'matrix':
      return halved(node.range).map((range) => ['range', { ...node, range }]);
    case 'subquery':
      return halved(node.range).map((range) => ['range', { ...node, range }]);
    default:
      return [];
  }
}

const TURNED: Partial<Record<BinaryOp, BinaryOp>> = {
  '>': '<',
  '<': '>',
  '>=': '<=',
  '<=': '>=',
  '==': '!=',
  '!=': '==',
};

/** One that holds at the threshold as well, or no longer. */
const LOOSENED: Partial<Record<BinaryOp, readonly BinaryOp[]>> = {
  '>': ['>='],
  '<': ['<='],
  '>=': ['>'],
  '<=': ['<'],
  '==': ['>=', '<='],
};

function binaryChanges(node: Binary): readonly Change[] {
  const { op, left, right } = node;
  if (op === 'or') {
    return [
      ['or', left],
      ['or', right],
    ];
  }
  if (op === '/') return [['division', { ...node, left: right, right: left, ...swapped(node) }]];
  const turned = TURNED[op];
  if (turned === undefined) return [];
  return [
    ['comparison turned', { ...node, op: turned }],
    ...(LOOSENED[op] ?? []).map((looser): Change => [
      'comparison loosened',
      { ...node, op: looser },
    ]),
    ...thresholds(node),
  ];
}

/** The side with many series goes over to the other side with it. */
function swapped({ matching }: Binary): Pick<Binary, 'matching'> {
  if (matching?.group === undefined) return matching === undefined ? {} : { matching };
  const side = matching.group.side === 'left' ? 'right' : 'left';
  return { matching: { ...matching, group: { ...matching.group, side } } };
}

/** A tenth more and a tenth less; nothing is a tenth of 0. */
function thresholds(node: Binary): readonly Change[] {
  const sides = ['left', 'right'] as const;
  return sides.flatMap((side) => {
    const number = node[side];
    if (number.kind !== 'number' || number.value === 0 || !Number.isFinite(number.value)) return [];
    return [1.1, 0.9].map((factor): Change => {
      const value = Number((number.value * factor).toPrecision(12));
      return ['threshold', { ...node, [side]: { kind: 'number', value } }];
    });
  });
}

const OTHER_AGGREGATION: Partial<Record<AggregateOp, readonly AggregateOp[]>> = {
  sum: ['avg', 'max'],
  avg: ['sum', 'max'],
  max: ['min', 'sum'],
  min: ['max', 'sum'],
  count: ['sum'],
};

function aggregateChanges(node: Aggregate): readonly Change[] {
  const { grouping, ...bare } = node;
  const labels = grouping?.labels ?? [];
  const fewer = labels.map((label): Aggregate => {
    const rest = labels.filter((each) => each !== label);
    if (rest.length === 0 && grouping?.kind === 'by') return bare;
    return { ...node, grouping: { kind: grouping?.kind ?? 'by', labels: rest } };
  });
  return [
    ...(OTHER_AGGREGATION[node.op] ?? []).map((other): Change => [
      'aggregation',
      { ...node, op: other },
    ]),
    ...fewer.map((by): Change => ['aggregation labels', by]),
  ];
}

/** Functions of one family: each takes what the other takes. */
const FAMILIES: readonly (readonly string[])[] = [
  ['rate', 'increase', 'irate'],
  ['delta', 'idelta', 'deriv'],
  ['avg_over_time', 'min_over_time', 'max_over_time', 'last_over_time'],
  ['ceil', 'floor'],
  ['changes', 'resets'],
];

function callChanges(node: Call): readonly Change[] {
  const family = FAMILIES.find((each) => each.includes(node.func)) ?? [];
  return family
    .filter((func) => func !== node.func)
    .map((func): Change => ['function', { ...node, func }]);
}

const NEGATED = { '=': '!=', '!=': '=', '=~': '!~', '!~': '=~' } as const;

function matcherChanges(node: Selector): readonly Change[] {
  const { matchers } = node;
  return matchers.flatMap((matcher): Change[] => {
    const without = matchers.filter((each) => each !== matcher);
    const negated: Matcher = { ...matcher, op: NEGATED[matcher.op] };
    return [
      ...(node.name === undefined && without.length === 0
        ? []
        : [['matcher dropped', { ...node, matchers: without }] satisfies Change]),
      [
        'matcher negated',
        { ...node, matchers: matchers.map((each) => (each === matcher ? negated : each)) },
      ],
    ];
  });
}

function halved(range: Range): readonly Range[] {
  if (range.kind !== 'duration') return [];
  return [{ kind: 'duration', milliseconds: Math.round(range.milliseconds / 2) }];
}
