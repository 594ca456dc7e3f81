import { type Aggregate, type Binary, children, type Expr, valueType } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';

export default defineCheck({
  code: 'join/unused-include',
  severity: 'info',
  docs: {
    summary:
      'Disallow labels of `group_left` and `group_right` that the rest of the query removes again',
    why: 'It is looked up for nothing, and whoever reads the query looks for it in the result.',
    bad: "record({ name: 'queue:depth:sum', expr: promql`sum by (queue) (queue_depth * on (instance) group_left (version) build_info)` })",
    good: "record({ name: 'queue:depth:sum', expr: promql`sum by (queue) (queue_depth * on (instance) group_left () build_info)` })",
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      // The panels of a dashboard share their joins, and each aggregates in its own way.
      if (expression.use !== 'alert' && expression.use !== 'record') continue;
      for (const node of expression.nodesOf('binary')) {
        const group = node.matching?.group;
        if (group === undefined || group.include.length === 0) continue;
        const path = pathTo(node, expression.node);
        const removers = group.include.map((label) => [label, removerOf(label, path)] as const);
        const unused = removers.filter(([, remover]) => remover !== undefined);
        const [, remover] = unused[0] ?? [];
        if (remover === undefined) continue;
        const labels = listed(
          unused.map(([label]) => label),
          'and',
        );
        report({
          message: `${textOf(remover)} removes ${labels}, which \`group_${group.side}\` adds and nothing uses`,
          where: expression.where(node),
        });
      }
    }
  },
});

/** The nodes above one, the nearest first, each with the child that leads to it. */
function pathTo(node: Expr, root: Expr): readonly Step[] {
  const steps: Step[] = [];
  return find(node, root, steps) ? steps : [];
}

interface Step {
  readonly parent: Expr;
  readonly child: Expr;
}

function find(node: Expr, below: Expr, steps: Step[]): boolean {
  if (below === node) return true;
  const child = children(below).find((each) => find(node, each, steps));
  if (child === undefined) return false;
  steps.push({ parent: below, child });
  return true;
}

/** What drops a label before anything reads it; `undefined` where it is read or stays. */
function removerOf(label: string, path: readonly Step[]): Aggregate | Binary | undefined {
  for (const { parent, child } of path) {
    const fate = fateIn(parent, child, label);
    if (fate === 'read') return undefined;
    if (fate === 'removed' && (parent.kind === 'aggregate' || parent.kind === 'binary')) {
      return parent;
    }
  }
  return undefined;
}

type Fate = 'read' | 'removed' | 'kept';

function fateIn(parent: Expr, child: Expr, label: string): Fate {
  switch (parent.kind) {
    case 'aggregate':
      return fateInAggregate(parent, label);
    case 'binary':
      return fateInBinary(parent, child, label);
    case 'call':
      // Some functions name labels, some read them.
      return PASSES.has(parent.func) || parent.func.endsWith('_over_time') ? 'kept' : 'read';
    default:
      return 'kept';
  }
}

function fateInAggregate({ op, grouping }: Aggregate, label: string): Fate {
  if (SELECTS.has(op)) return grouping?.labels.includes(label) ? 'read' : 'kept';
  if (grouping?.labels.some((each) => each.includes('$'))) return 'read';
  const isNamed = grouping?.labels.includes(label) ?? false;
  return isNamed === (grouping?.kind === 'by') ? 'kept' : 'removed';
}

function fateInBinary({ op, left, right, matching }: Binary, child: Expr, label: string): Fate {
  const isLeft = child === left;
  // A number is matched with everything.
  if (op === 'or' || valueType(isLeft ? right : left) === 'scalar') return 'kept';
  const named = matching?.labels.includes(label) ?? false;
  const isCompared = named === (matching?.kind === 'on');
  if (isCompared || matching?.labels.some((each) => each.includes('$'))) return 'read';
  if (op === 'and' || op === 'unless') return isLeft ? 'kept' : 'removed';
  const group = matching?.group;
  if (group === undefined) return 'removed';
  const isMany = isLeft === (group.side === 'left');
  return isMany || group.include.includes(label) ? 'kept' : 'removed';
}

/** These keep whole series; a clause only shares them out. */
const SELECTS: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

/** Functions that leave labels alone, and read none but `le`. */
const PASSES: ReadonlySet<string> = new Set([
  ...['abs', 'ceil', 'clamp', 'clamp_max', 'clamp_min', 'deg', 'delta', 'deriv', 'exp', 'floor'],
  ...['histogram_quantile', 'idelta', 'increase', 'irate', 'ln', 'log10', 'log2', 'rad', 'rate'],
  ...['round', 'sgn', 'sort', 'sort_desc', 'sqrt', 'timestamp'],
]);

function textOf(node: Aggregate | Binary): string {
  if (node.kind === 'aggregate') {
    const { op, grouping: of } = node;
    return of === undefined ? `\`${op}\`` : `\`${op} ${of.kind} (${of.labels.join(', ')})\``;
  }
  const { op, matching: by } = node;
  return by === undefined ? `\`${op}\`` : `\`${op} ${by.kind} (${by.labels.join(', ')})\``;
}
