import type { Aggregate } from '../../promql/index.ts';
import { quoted } from '../source/index.ts';
import { type Built, method, type Operand } from './built.ts';
import { carries, labelSet, NO_LABELS, without } from './label-set.ts';
import { handleOf, labelsOf } from './selectors.ts';
import { refuse, type Translation } from './translation.ts';

export function aggregateOf(node: Aggregate, t: Translation): Operand {
  const { op, grouping } = node;
  const labels = grouping?.labels ?? [];
  const isBy = grouping?.kind !== 'without';
  const suffix = labels.length === 0 && isBy ? '' : isBy ? 'By' : 'Without';
  const of = receiver(node, suffix, t);
  if (!carries(of.labels, labels)) return refuse('an aggregation by a label that is gone');
  const names = labels.map((label): Built => ({ code: quoted(label), value: label }));
  const left = isBy ? labelSet(labels) : without(of.labels, labels);
  switch (op) {
    case 'topk':
    case 'bottomk':
    case 'limitk':
      if (!isBy) return refuse(`\`${op} without\``);
      return {
        ...method(of, op, [parameter(node, t), ...names]),
        type: 'vector',
        labels: of.labels,
      };
    case 'quantile':
      if (!isBy) return refuse('`quantile without`');
      return {
        ...method(of, `quantileOf${suffix}`, [parameter(node, t), ...names]),
        type: 'vector',
        labels: left,
      };
    case 'count_values':
      return countValues(node, of, names);
    case 'limit_ratio':
      return refuse('`limit_ratio` has no typed call');
    default:
      return {
        ...method(of, `${op}${suffix}`, names),
        type: 'vector',
        labels: grouping === undefined ? NO_LABELS : left,
      };
  }
}

type VectorOperand = Extract<Operand, { readonly type: 'vector' }>;

/** A counter can be counted as it is. */
function receiver({ op, of }: Aggregate, suffix: string, t: Translation): VectorOperand {
  if (op === 'count' && of.kind === 'selector' && suffix !== 'Without') {
    const handle = handleOf(of, t);
    if (handle.kind === 'counter') {
      return { code: handle.code, value: handle.value, type: 'vector', labels: labelsOf(handle) };
    }
  }
  const inner = t.expr(of);
  return inner.type === 'vector' ? inner : refuse(`\`${op}\` of a scalar`);
}

function parameter({ op, param }: Aggregate, t: Translation): Built {
  const built = param === undefined ? undefined : t.expr(param);
  if (built === undefined || built.type === 'vector') {
    return refuse(`a parameter of \`${op}\` that is no number`);
  }
  return built;
}

function countValues(
  { param, grouping }: Aggregate,
  of: VectorOperand,
  names: readonly Built[],
): Operand {
  if (grouping?.kind === 'without') return refuse('`count_values without`');
  if (param?.kind !== 'string') return refuse('`count_values` without a label');
  const label: Built = { code: quoted(param.value), value: param.value };
  return {
    ...method(of, 'countValues', [label, ...names]),
    type: 'vector',
    labels: labelSet([param.value, ...(grouping?.labels ?? [])]),
  };
}
