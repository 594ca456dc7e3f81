import {
  type Aggregate,
  type Binary,
  type Call,
  canonicalText,
  children,
  type Expr,
  type Matrix,
  print,
  type Selector,
  type Subquery,
  walk,
} from '../../promql/index.ts';
import { code } from '../wording.ts';
import { argumentName, groupingChanges, joinChanges } from './clauses.ts';
import { type Difference, flat, one, SAME, type Side, sum, type TreeChange } from './difference.ts';
import { rangeText, selectorChanges } from './selectors.ts';
import { shell } from './shell.ts';

/** Larger trees are not compared node by node. */
const MOST_PAIRS = 400_000;

/** The least that something around an expression costs: itself, and that it is there. */
const AROUND = 2;

/** The changes that turn one tree into another: the cheapest that explain it. */
export function compareTrees(before: Expr, after: Expr): readonly TreeChange[] {
  const comparison = new Comparison();
  const isLarge = comparison.size(before) * comparison.size(after) > MOST_PAIRS;
  return flat(isLarge ? comparison.rewritten(before, after) : comparison.compare(before, after));
}

class Comparison {
  readonly #known = new Map<Expr, Map<Expr, Difference>>();
  readonly #texts = new Map<Expr, string>();
  readonly #sizes = new Map<Expr, number>();

  compare(a: Expr, b: Expr): Difference {
    const [before, after] = [bare(a), bare(b)];
    const row = this.#known.get(before) ?? new Map<Expr, Difference>();
    this.#known.set(before, row);
    const known = row.get(after);
    if (known !== undefined) return known;
    const found = this.#cheapest(before, after);
    row.set(after, found);
    return found;
  }

  /** Number of nodes. */
  size(node: Expr): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    const inside = children(node).reduce((sum, child) => sum + this.size(child), 0);
    const size = node.kind === 'paren' ? inside : inside + 1;
    this.#sizes.set(node, size);
    return size;
  }

  rewritten(before: Expr, after: Expr): Difference {
    return {
      cost: 3 + this.size(before) + this.size(after),
      tell: () => {
        const message = `${code(this.#text(before))} to ${code(this.#text(after))}`;
        return { changes: [{ kind: 'expression-rewritten', message }] };
      },
    };
  }

  #cheapest(before: Expr, after: Expr): Difference {
    if (this.#text(before) === this.#text(after)) return SAME;
    const same = this.#node(before, after);
    // Nothing around it is cheaper.
    if (same !== undefined && same.cost <= AROUND + 1) return same;
    const candidates = [
      ...(same === undefined ? [] : [same]),
      ...this.#wrapped(before, after),
      ...this.#unwrapped(before, after),
    ];
    return candidates.reduce(
      (best, each) => (each.cost < best.cost ? each : best),
      this.rewritten(before, after),
    );
  }

  #text(node: Expr): string {
    const known = this.#texts.get(node) ?? canonicalText(node);
    this.#texts.set(node, known);
    return known;
  }

  /** Something was put around it. */
  #wrapped(before: Expr, after: Expr): Difference[] {
    return children(after).map((child) =>
      this.#around(this.compare(before, child), after, child, 'added'),
    );
  }

  /** What was around it is gone. */
  #unwrapped(before: Expr, after: Expr): Difference[] {
    return children(before).map((child) =>
      this.#around(this.compare(child, after), before, child, 'dropped'),
    );
  }

  #around(inner: Difference, node: Expr, child: Expr, side: Side): Difference {
    // Several things around it are told as one.
    const { around: before = new Set<Side>() } = inner;
    const known = before.has(side);
    return {
      cost: inner.cost + (known ? 0 : AROUND) + this.size(node) - this.size(child),
      around: known ? before : new Set([...before, side]),
      tell: () => {
        const told = inner.tell();
        const within = told[side];
        const around = shell(node, child);
        return { ...told, [side]: within === undefined ? around : around.replace('…', within) };
      },
    };
  }

  /** The same kind of node. */
  #node(a: Expr, b: Expr): Difference | undefined {
    if (a.kind === 'number' && b.kind === 'number') {
      return one('expression-number', `${canonicalText(a)} to ${canonicalText(b)}`);
    }
    if (
      (a.kind === 'string' && b.kind === 'string') ||
      (a.kind === 'variable' && b.kind === 'variable')
    ) {
      return one('expression-number', `${code(print(a))} to ${code(print(b))}`);
    }
    if (a.kind === 'selector' && b.kind === 'selector') return selector(a, b);
    if (a.kind === 'matrix' && b.kind === 'matrix') return this.#matrix(a, b);
    if (a.kind === 'subquery' && b.kind === 'subquery') return this.#subquery(a, b);
    if (a.kind === 'binary' && b.kind === 'binary') return this.#binary(a, b);
    if (a.kind === 'call' && b.kind === 'call') return this.#call(a, b);
    if (a.kind === 'aggregate' && b.kind === 'aggregate') return this.#aggregate(a, b);
    if (a.kind === 'unary' && b.kind === 'unary' && a.op === b.op) {
      return sum([], [this.compare(a.of, b.of)]);
    }
    return undefined;
  }

  #matrix(a: Matrix, b: Matrix): Difference {
    const [from, to] = [rangeText(a.range), rangeText(b.range)];
    const metric = b.of.name === undefined ? {} : { metric: b.of.name };
    const changes: TreeChange[] =
      from === to
        ? []
        : [{ kind: 'expression-range', message: `range ${from} to ${to}`, ...metric }];
    return sum(changes, [this.compare(a.of, b.of)]);
  }

  #subquery(a: Subquery, b: Subquery): Difference {
    const span = ({ range, step }: Subquery) =>
      `${rangeText(range)}:${step === undefined ? '' : rangeText(step)}`;
    const changes: TreeChange[] =
      span(a) === span(b)
        ? []
        : [{ kind: 'expression-range', message: `subquery range ${span(a)} to ${span(b)}` }];
    const [from, to] = [offsetText(a), offsetText(b)];
    if (from !== to) {
      changes.push({
        kind: 'expression-offset',
        message: `offset ${from} to ${to} of the subquery`,
      });
    }
    return sum(changes, [this.compare(a.of, b.of)]);
  }

  #binary(a: Binary, b: Binary): Difference {
    const limit = limitChange(a, b);
    const left = this.compare(a.left, b.left);
    if (limit !== undefined) return sum([limit, ...joinChanges(a, b)], [left]);
    const operator: TreeChange[] =
      a.op === b.op && a.bool === b.bool
        ? []
        : [{ kind: 'expression-operator', message: `${code(opText(a))} to ${code(opText(b))}` }];
    return sum([...operator, ...joinChanges(a, b)], [left, this.compare(a.right, b.right)]);
  }

  #call(a: Call, b: Call): Difference {
    const changes: TreeChange[] =
      a.func === b.func
        ? []
        : [{ kind: 'expression-function', message: `${code(a.func)} to ${code(b.func)}` }];
    const common = Math.min(a.args.length, b.args.length);
    const inner = a.args.slice(0, common).map((argument, i) => {
      const other = b.args[i] ?? argument;
      const name = argumentName(b.func, i);
      const difference = this.compare(argument, other);
      if (name === undefined || argument.kind !== 'number' || difference.cost === 0) {
        return difference;
      }
      return one(
        'expression-number',
        `${name} ${canonicalText(argument)} to ${canonicalText(other)}`,
      );
    });
    for (const more of b.args.slice(common)) {
      changes.push({ kind: 'expression-function', message: `argument ${code(print(more))} added` });
    }
    for (const gone of a.args.slice(common)) {
      changes.push({
        kind: 'expression-function',
        message: `argument ${code(print(gone))} dropped`,
      });
    }
    return sum(changes, inner);
  }

  #aggregate(a: Aggregate, b: Aggregate): Difference {
    const changes: TreeChange[] =
      a.op === b.op
        ? []
        : [{ kind: 'expression-aggregation', message: `${code(a.op)} to ${code(b.op)}` }];
    changes.push(...groupingChanges(a, b));
    const [from, to] = [paramText(a), paramText(b)];
    if (from !== to) {
      const message = `${a.op === b.op ? code(b.op) : 'parameter'} ${from || 'nothing'} to ${to || 'nothing'}`;
      changes.push({ kind: 'expression-number', message });
    }
    return sum(changes, [this.compare(a.of, b.of)]);
  }
}

function selector(a: Selector, b: Selector): Difference {
  const changes = selectorChanges(a, b);
  // Another metric is rather another query.
  return { cost: changes.length + (a.name === b.name ? 0 : 2), tell: () => ({ changes }) };
}

/** `> 0.05` to `>= 0.1`: a comparison with a number, which is what an alert's limit is. */
function limitChange(a: Binary, b: Binary): TreeChange | undefined {
  const [from, to] = [bare(a.right), bare(b.right)];
  if (!COMPARISONS.has(a.op) || !COMPARISONS.has(b.op)) return undefined;
  if (!isConstant(from) || !isConstant(to) || a.bool !== b.bool) return undefined;
  const [before, after] = [`${a.op} ${canonicalText(from)}`, `${b.op} ${canonicalText(to)}`];
  if (before === after) return undefined;
  return { kind: 'expression-limit', message: `limit ${code(before)} to ${code(after)}` };
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);

function isConstant(node: Expr): boolean {
  return walk(node).every(({ kind }) => ['number', 'unary', 'binary', 'paren'].includes(kind));
}

function opText({ op, bool }: Binary): string {
  return bool ? `${op} bool` : op;
}

function paramText({ param }: Aggregate): string {
  return param === undefined ? '' : canonicalText(param);
}

function offsetText({ offset }: Subquery): string {
  return offset === undefined ? 'nothing' : rangeText(offset);
}

/** Parentheses are spelling. */
function bare(node: Expr): Expr {
  return node.kind === 'paren' ? bare(node.of) : node;
}
