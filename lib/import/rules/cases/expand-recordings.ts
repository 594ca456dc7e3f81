import { type Expr, type Selector, walk } from '../../../promql/index.ts';
import { passes } from './evaluate.ts';

/** What records a series: the expression, and the labels that the rule adds. */
export interface Recording {
  readonly expr: Expr;
  readonly labels: Readonly<Record<string, string>>;
}

export type Recordings = ReadonlyMap<string, readonly Recording[]>;

/** Rules that need each other have no end. */
const DEEPEST = 8;

/**
 * The expression with recorded series replaced by what records them, so that a world of metrics alone decides it.
 *
 * @returns `undefined` where a recorded series is selected in a way that its rule's expression cannot be
 */
export function expandRecordings(expr: Expr, recordings: Recordings, depth = 0): Expr | undefined {
  if (depth > DEEPEST) return undefined;
  const expand = (inner: Expr) => expandRecordings(inner, recordings, depth);
  switch (expr.kind) {
    case 'number':
    case 'string':
    case 'variable':
      return expr;
    case 'selector':
      return isRecorded(expr, recordings) ? recorded(expr, recordings, depth) : expr;
    case 'matrix': {
      if (!isRecorded(expr.of, recordings)) return expr;
      const of = recorded(expr.of, recordings, depth);
      return of === undefined ? undefined : { kind: 'subquery', of, range: expr.range };
    }
    case 'paren':
    case 'unary':
    case 'subquery': {
      const of = expand(expr.of);
      return of === undefined ? undefined : { ...expr, of };
    }
    case 'aggregate': {
      const of = expand(expr.of);
      return of === undefined ? undefined : { ...expr, of };
    }
    case 'binary': {
      const [left, right] = [expand(expr.left), expand(expr.right)];
      return left === undefined || right === undefined ? undefined : { ...expr, left, right };
    }
    case 'call': {
      const args = expr.args.map(expand).filter((each) => each !== undefined);
      return args.length < expr.args.length ? undefined : { ...expr, args };
    }
  }
}

/** Whether both a recorded series and what it is recorded from are among the selectors. */
export function mixesRecordings(expr: Expr, recordings: Recordings): boolean {
  const names = namesIn(expr);
  return names.some((name) =>
    (recordings.get(name) ?? []).some(({ expr: source }) =>
      namesIn(source).some((each) => names.includes(each)),
    ),
  );
}

function namesIn(expr: Expr): readonly string[] {
  return walk(expr).flatMap((node) => (node.kind === 'selector' ? (node.name ?? []) : []));
}

function isRecorded({ name }: Selector, recordings: Recordings): boolean {
  return name !== undefined && recordings.has(name);
}

function recorded(selector: Selector, recordings: Recordings, depth: number): Expr | undefined {
  const { name = '', matchers, offset, at, edge } = selector;
  if (offset !== undefined || at !== undefined || edge !== undefined) return undefined;
  const parts: Expr[] = [];
  for (const { expr, labels } of recordings.get(name) ?? []) {
    // Labels that the rule does not set come from its expression, where no matcher reaches them.
    if (!matchers.every(({ label }) => Object.hasOwn(labels, label))) return undefined;
    if (!matchers.every((matcher) => passes(matcher, labels[matcher.label] ?? ''))) continue;
    const inner = expandRecordings(expr, recordings, depth + 1);
    if (inner === undefined) return undefined;
    parts.push(
      Object.entries({ ...labels, __name__: name }).reduce<Expr>(
        (of, [label, value]) => labelled(of, label, value),
        inner,
      ),
    );
  }
  return parts.length === 0
    ? undefined
    : parts.reduce((left, right) => ({ kind: 'binary', op: 'or', left, right }));
}

function labelled(of: Expr, label: string, value: string): Expr {
  const texts = [label, value.replaceAll('$', '$$$$'), '', ''].map((text): Expr => ({
    kind: 'string',
    value: text,
  }));
  return { kind: 'call', func: 'label_replace', args: [of, ...texts] };
}
