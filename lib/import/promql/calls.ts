import { type Call, type Expr, type Subquery, time, vector } from '../../promql/index.ts';
import { quoted } from '../source/index.ts';
import { type Built, method, objectOf, type Operand, unwrapped } from './built.ts';
import { and, carries, labelSet, NO_LABELS } from './label-set.ts';
import { quantileOf } from './quantiles.ts';
import { rangeOf, windowOf } from './ranges.ts';
import { handleOf, labelsOf } from './selectors.ts';
import { refuse, type Translation } from './translation.ts';

type VectorOperand = Extract<Operand, { readonly type: 'vector' }>;

/** Functions of one vector that keep its labels, and of a vector and numbers. */
const OF_VECTOR: Readonly<Record<string, string>> = {
  abs: 'abs',
  ceil: 'ceil',
  floor: 'floor',
  round: 'round',
  sqrt: 'sqrt',
  exp: 'exp',
  ln: 'ln',
  log2: 'log2',
  log10: 'log10',
  sgn: 'sgn',
  clamp: 'clamp',
  clamp_min: 'clampMin',
  clamp_max: 'clampMax',
  sort: 'sort',
  sort_desc: 'sortDesc',
  timestamp: 'timestamp',
  minute: 'minute',
  hour: 'hour',
  day_of_week: 'dayOfWeek',
  day_of_month: 'dayOfMonth',
  day_of_year: 'dayOfYear',
  days_in_month: 'daysInMonth',
  month: 'month',
  year: 'year',
};

const OF_COUNTER = ['rate', 'irate', 'increase', 'resets'];
const OF_GAUGE = ['delta', 'idelta', 'deriv', 'changes'];

const OVER_TIME: Readonly<Record<string, string>> = {
  avg_over_time: 'avgOverTime',
  min_over_time: 'minOverTime',
  max_over_time: 'maxOverTime',
  sum_over_time: 'sumOverTime',
  count_over_time: 'countOverTime',
  last_over_time: 'lastOverTime',
  present_over_time: 'presentOverTime',
  stddev_over_time: 'stddevOverTime',
  stdvar_over_time: 'stdvarOverTime',
};

export function callOf(node: Call, t: Translation): Operand {
  const { func, args } = node;
  const [first, second] = args;
  if (OF_COUNTER.includes(func)) return overWindow(first, func, ['counter'], func, t);
  if (OF_GAUGE.includes(func)) return overWindow(first, func, ['gauge'], func, t);
  const overTime = OVER_TIME[func];
  if (overTime !== undefined) return aggregatedOverTime(overTime, first, [], t);
  switch (func) {
    case 'time':
      t.uses('time');
      return { code: 'time()', value: time(), type: 'scalar' };
    case 'vector':
      return vectorCall(first, t);
    case 'scalar':
      return { ...method(vectorArgument(node, t), 'scalar', []), type: 'scalar' };
    case 'quantile_over_time':
      return aggregatedOverTime('quantileOverTime', second, [numberArgument(node, 0, t)], t);
    case 'predict_linear':
      return predictLinear(node, t);
    case 'absent':
      return absent(node, t);
    case 'absent_over_time':
      return absentOverTime(first, t);
    case 'histogram_quantile':
      return quantileOf(node, t);
    case 'label_replace':
    case 'label_join':
      return relabelled(node, t);
    default:
      return plainCall(node, t);
  }
}

function plainCall(node: Call, t: Translation): Operand {
  const name = OF_VECTOR[node.func] ?? refuse(`\`${node.func}()\` has no typed call`);
  const of = vectorArgument(node, t);
  const numbers = node.args.slice(1).map((_, index) => numberArgument(node, index + 1, t));
  return { ...method(of, name, numbers), type: 'vector', labels: of.labels };
}

function vectorArgument({ func, args: [first] }: Call, t: Translation): VectorOperand {
  if (first === undefined) return refuse(`\`${func}()\` without an argument`);
  const built = t.expr(first);
  return built.type === 'vector' ? built : refuse(`\`${func}()\` of a scalar`);
}

function numberArgument({ func, args }: Call, index: number, t: Translation): Built {
  const argument = args[index];
  const built = argument === undefined ? undefined : t.expr(argument);
  if (built === undefined || built.type === 'vector') {
    return refuse(`an argument of \`${func}()\` that is no number`);
  }
  return built;
}

function overWindow(
  argument: Expr | undefined,
  func: string,
  kinds: readonly string[],
  name: string,
  t: Translation,
): Operand {
  if (argument?.kind === 'subquery') return ofSubquery(argument, name, [], t);
  if (argument?.kind !== 'matrix') return refuse(`\`${func}()\` of an expression`);
  if (argument.edge !== undefined) return refuse(`\`${argument.edge}\` has no typed call`);
  const handle = handleOf(argument.of, t);
  if (!kinds.includes(handle.kind)) return refuse(`\`${func}()\` of a ${handle.kind}`);
  const built = method(handle, name, windowOf(argument.range, t));
  return { ...built, type: 'vector', labels: labelsOf(handle) };
}

function aggregatedOverTime(
  name: string,
  argument: Expr | undefined,
  before: readonly Built[],
  t: Translation,
): Operand {
  if (argument?.kind === 'matrix') {
    if (argument.edge !== undefined) return refuse(`\`${argument.edge}\` has no typed call`);
    const of = t.expr(argument.of);
    if (of.type !== 'vector') return refuse('a range of a scalar');
    const built = method(of, name, [...before, ...windowOf(argument.range, t)]);
    return { ...built, type: 'vector', labels: of.labels };
  }
  if (argument?.kind !== 'subquery') return refuse('a range vector that is an expression');
  if (isSubqueryCall(argument)) return ofSubquery(argument, name, before, t);
  const of = t.expr(argument.of);
  if (of.type !== 'vector') return refuse('a subquery of a scalar');
  const step = argument.step === undefined ? [] : [rangeOf(argument.step, t)];
  const built = method(of, name, [...before, rangeOf(argument.range, t), ...step]);
  return { ...built, type: 'vector', labels: of.labels };
}

/** Without a step, the window of a selector would be no subquery. */
function isSubqueryCall({ of, step, offset, at }: Subquery): boolean {
  const isSelector = unwrapped(of).kind === 'selector';
  return offset !== undefined || at !== undefined || (isSelector && step === undefined);
}

function ofSubquery(
  { of, range, step, offset, at }: Subquery,
  name: string,
  args: readonly Built[],
  t: Translation,
): Operand {
  if (at !== undefined) return refuse('`@` has no typed call');
  const inner = t.expr(of);
  if (inner.type !== 'vector') return refuse('a subquery of a scalar');
  const options: [string, Built][] = [
    ...(step === undefined ? [] : [['step', rangeOf(step, t)] as [string, Built]]),
    ...(offset === undefined ? [] : [['offset', rangeOf(offset, t)] as [string, Built]]),
  ];
  const window = [rangeOf(range, t), ...(options.length === 0 ? [] : [objectOf(options)])];
  const built = method(method(inner, 'subquery', window), name, args);
  return { ...built, type: 'vector', labels: inner.labels };
}

function predictLinear(node: Call, t: Translation): Operand {
  const [argument] = node.args;
  if (argument?.kind === 'subquery') {
    return ofSubquery(argument, 'predictLinear', [numberArgument(node, 1, t)], t);
  }
  if (argument?.kind !== 'matrix') return refuse('`predict_linear()` of an expression');
  const handle = handleOf(argument.of, t);
  if (handle.kind !== 'gauge') return refuse(`\`predict_linear()\` of a ${handle.kind}`);
  const args = [rangeOf(argument.range, t), numberArgument(node, 1, t)];
  return { ...method(handle, 'predictLinear', args), type: 'vector', labels: labelsOf(handle) };
}

function vectorCall(argument: Expr | undefined, t: Translation): Operand {
  const built = argument === undefined ? refuse('`vector()`') : t.expr(argument);
  if (built.type === 'scalar') {
    return { ...method(built, 'vector', []), type: 'vector', labels: NO_LABELS };
  }
  if (built.type === 'vector') return refuse('`vector()` of a vector');
  t.uses('vector');
  const value = vector(built.value);
  return { code: `vector(${built.code})`, value, type: 'vector', labels: NO_LABELS };
}

/** Of a metric it keeps the labels that are matched with `=`. */
function absent(node: Call, t: Translation): Operand {
  const [argument] = node.args;
  if (argument?.kind === 'selector') {
    const handle = handleOf(argument, t);
    if (handle.kind === 'counter' || handle.kind === 'gauge') {
      const kept = handle.fixed.map(textOf);
      return { ...method(handle, 'absent', kept), type: 'vector', labels: labelSet(handle.fixed) };
    }
  }
  const of = vectorArgument(node, t);
  return { ...method(of, 'isEmpty', []), type: 'vector', labels: NO_LABELS };
}

function absentOverTime(argument: Expr | undefined, t: Translation): Operand {
  if (argument?.kind !== 'matrix') return refuse('`absent_over_time()` of a subquery');
  const handle = handleOf(argument.of, t);
  if (handle.kind !== 'counter' && handle.kind !== 'gauge') {
    return refuse(`\`absent_over_time()\` of a ${handle.kind}`);
  }
  const args = [rangeOf(argument.range, t), ...handle.fixed.map(textOf)];
  const labels = labelSet(handle.fixed);
  return { ...method(handle, 'absentOverTime', args), type: 'vector', labels };
}

function relabelled(node: Call, t: Translation): Operand {
  const of = vectorArgument(node, t);
  const texts = node.args
    .slice(1)
    .map((each) =>
      each.kind === 'string' ? each.value : refuse(`\`${node.func}()\` of a text that is none`),
    );
  const isReplace = node.func === 'label_replace';
  const [target = '', ...rest] = texts;
  const sources = isReplace ? rest.slice(1, 2) : rest.slice(1);
  if (!carries(of.labels, sources)) return refuse(`\`${node.func}()\` of a label that is gone`);
  return {
    ...method(of, isReplace ? 'labelReplace' : 'labelJoin', texts.map(textOf)),
    type: 'vector',
    labels: and(of.labels, [target]),
  };
}

function textOf(text: string): Built {
  return { code: quoted(text), value: text };
}
