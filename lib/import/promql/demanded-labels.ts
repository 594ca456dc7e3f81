import type { Binary, Expr } from '../../promql/index.ts';

const NONE: readonly string[] = [];

/** Aggregations whose result has all labels of their series. */
const KEEPING = ['topk', 'bottomk', 'limitk', 'limit_ratio'];

/**
 * Follows the labels that an expression groups and matches by down to the series that have to bring them.
 *
 * @param wanted labels that what is around the expression reads of its result
 * @param note takes one label of one series name
 */
export function demandLabels(
  expr: Expr,
  wanted: readonly string[],
  note: (series: string, label: string) => void,
): void {
  const demand = (inner: Expr, labels: readonly string[]) => {
    demandLabels(inner, labels, note);
  };
  switch (expr.kind) {
    case 'selector':
      for (const label of wanted) if (expr.name !== undefined) note(expr.name, label);
      break;
    case 'matrix':
    case 'subquery':
    case 'paren':
    case 'unary':
      demand(expr.of, wanted);
      break;
    case 'aggregate': {
      const { kind, labels } = expr.grouping ?? { kind: 'by', labels: NONE };
      const keeps = kind === 'without' || KEEPING.includes(expr.op);
      demand(expr.of, keeps ? [...wanted, ...labels] : labels);
      break;
    }
    case 'binary': {
      const [left, right] = operandLabels(expr, wanted);
      demand(expr.left, left);
      demand(expr.right, right);
      break;
    }
    case 'call': {
      const texts = expr.args.map((each) => (each.kind === 'string' ? [each.value] : NONE));
      const [, target = NONE, , source = NONE] = texts;
      const sources =
        expr.func === 'label_replace'
          ? source
          : expr.func === 'label_join'
            ? texts.slice(3).flat()
            : NONE;
      const isRelabelled = expr.func === 'label_replace' || expr.func === 'label_join';
      const left = isRelabelled ? [...without(wanted, target), ...sources] : wanted;
      const isUnlabelled = expr.func === 'scalar' || expr.func === 'absent';
      for (const argument of expr.args) demand(argument, isUnlabelled ? NONE : left);
      break;
    }
  }
}

/** What each side of an operator has to bring. */
function operandLabels(
  { op, matching }: Binary,
  wanted: readonly string[],
): readonly [left: readonly string[], right: readonly string[]] {
  const key = matching?.kind === 'on' ? matching.labels : NONE;
  if (op === 'and' || op === 'unless') return [[...wanted, ...key], key];
  if (op === 'or' || matching === undefined) return [wanted, wanted];
  const { group } = matching;
  if (group === undefined) {
    const both = matching.kind === 'on' ? key : without(wanted, matching.labels);
    return [both, both];
  }
  const many = [...without(wanted, group.include), ...key];
  const one = [...group.include, ...key];
  return group.side === 'left' ? [many, one] : [one, many];
}

function without(labels: readonly string[], gone: readonly string[]): readonly string[] {
  return labels.filter((label) => !gone.includes(label));
}
