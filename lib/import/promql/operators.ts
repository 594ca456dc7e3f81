import { type Binary, type BinaryOp, number } from '../../promql/index.ts';
import { type Built, method, type Operand } from './built.ts';
import { common, isSame, type LabelSet } from './label-set.ts';
import { matchedLabels, matchOf } from './matching.ts';
import { refuse, type Translation } from './translation.ts';

const METHODS: Readonly<Record<BinaryOp, string | undefined>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
  '^': 'pow',
  atan2: 'atan2',
  '==': 'eq',
  '!=': 'ne',
  '>': 'gt',
  '>=': 'ge',
  '<': 'lt',
  '<=': 'le',
  and: 'and',
  or: 'or',
  unless: 'unless',
  '</': undefined,
  '>/': undefined,
};

const SCALAR_METHODS = ['add', 'sub', 'mul', 'div', 'mod', 'pow'];

export function binaryOf(node: Binary, t: Translation): Operand {
  const { op, matching } = node;
  const name = METHODS[op] ?? refuse(`\`${op}\` has no typed call`);
  const left = receiver(t.expr(node.left), t);
  const right = t.expr(node.right);
  if (left.type === 'scalar') {
    if (!SCALAR_METHODS.includes(name)) return refuse(`a scalar before \`${op}\``);
    return typed(method(left, name, [right]), right.type === 'vector' ? right.labels : undefined);
  }
  if (op === 'or') return orOf(left, right, node, t);
  const labels =
    right.type === 'vector' ? matchedLabels(left.labels, right.labels, matching) : left.labels;
  const match = matching === undefined ? [] : [matchOf(matching, t)];
  const result = method(left, name, [right, ...match]);
  return typed(node.bool === true ? method(result, 'bool', []) : result, labels);
}

type Receiver = Exclude<Operand, { readonly type: 'number' }>;

function receiver(of: Operand, t: Translation): Receiver {
  if (of.type !== 'number') return of;
  t.uses('number');
  return { code: `number(${of.code})`, value: number(of.value), type: 'scalar' };
}

function typed(built: Built, labels: LabelSet | undefined): Operand {
  return labels === undefined ? { ...built, type: 'scalar' } : { ...built, type: 'vector', labels };
}

function orOf(
  left: Extract<Operand, { readonly type: 'vector' }>,
  right: Operand,
  { matching }: Binary,
  t: Translation,
): Operand {
  if (right.type !== 'vector') return refuse('`or` of a scalar');
  if (matching !== undefined) {
    const result = method(left, 'orMixed', [right, matchOf(matching, t)]);
    return typed(result, common(left.labels, right.labels));
  }
  if (isNothing(left.labels) && right.code === 'vector(0)') {
    return typed(method(left, 'orZero', []), left.labels);
  }
  return isSame(left.labels, right.labels)
    ? typed(method(left, 'or', [right]), left.labels)
    : typed(method(left, 'orMixed', [right]), common(left.labels, right.labels));
}

function isNothing(labels: LabelSet): boolean {
  return labels !== 'open' && labels.size === 0;
}
