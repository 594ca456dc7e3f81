import {
  type Binary,
  children,
  type Env,
  type Expr,
  Inference,
  print,
  rangeOf,
  walk,
} from '../promql/index.ts';

/** What a rule that is read records. */
export type RecordedNodes = (name: string) => readonly Expr[];

/**
 * What an expression divides by that may be 0 as far as is known, so that a value of it may be no number: itself, or over
 * the rules that it reads. Divisions within other aggregations are theirs.
 */
export function zeroDivisorsIn(
  expr: Expr,
  inference: Inference,
  env: Env,
  recorded: RecordedNodes,
  seen: ReadonlySet<string> = new Set(),
): readonly Expr[] {
  const within = (node: Expr): readonly Expr[] => {
    switch (node.kind) {
      case 'aggregate':
        return [];
      case 'selector': {
        const { name = '' } = node;
        if (seen.has(name) || seen.size === FURTHEST) return [];
        const further = new Set([...seen, name]);
        return recorded(name).flatMap((rule) =>
          zeroDivisorsIn(rule, new Inference(rule, env), env, recorded, further),
        );
      }
      case 'binary': {
        // What is no number is not greater than one.
        if (isFilter(node)) return node.op === '!=' ? within(node.left) : [];
        if (node.op === 'and' || node.op === 'unless') return within(node.left);
        const own = mayBeZero(node, inference) ? [node.right] : [];
        return [...own, ...children(node).flatMap(within)];
      }
      default:
        return children(node).flatMap(within);
    }
  };
  return within(expr);
}

/** How many rules are read through; a chain may be as long as its file. */
const FURTHEST = 50;

function isFilter({ op, bool }: Binary): boolean {
  return bool === undefined && COMPARISONS.has(op);
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);

function mayBeZero({ op, left, right }: Binary, inference: Inference): boolean {
  if (op !== '/' && op !== '%') return false;
  return !excludesZero(right, inference) && !isShare(left, right);
}

/** A part of a whole, or what is left of it: a capacity is not 0. What comes and goes, as traffic does, can be. */
function isShare(left: Expr, right: Expr): boolean {
  if (walk(right).some(({ kind }) => kind === 'call')) return false;
  const [above, below] = [selectorsOf(left), selectorsOf(right)];
  return below.size > 0 && (isWithin(above, below) || isWithin(below, above));
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((each) => all.has(each));
}

function selectorsOf(node: Expr): ReadonlySet<string> {
  if (node.kind === 'selector') return new Set([print(node)]);
  return new Set(children(node).flatMap((child) => [...selectorsOf(child)]));
}

function excludesZero(node: Expr, inference: Inference): boolean {
  if (node.kind === 'paren') return excludesZero(node.of, inference);
  // All of them at once are hardly ever 0: a quotient of sums is the way out.
  if (node.kind === 'aggregate' && (node.op === 'sum' || node.op === 'count')) return true;
  if (node.kind === 'binary') {
    const { op, left, right } = node;
    if (op === 'and' || op === 'unless') return excludesZero(left, inference);
    if (isFilter(node) && right.kind === 'number' && !passesZero(op, right.value)) return true;
  }
  const { min, max } = rangeOf(inference.of(node));
  return min > 0 || max < 0;
}

/** Whether 0 is left over by `… op value`. */
function passesZero(op: Binary['op'], value: number): boolean {
  switch (op) {
    case '>':
      return value < 0;
    case '>=':
      return value <= 0;
    case '<':
      return value > 0;
    case '<=':
      return value >= 0;
    case '!=':
      return value !== 0;
    default:
      return value === 0;
  }
}
