import type { Span } from '../diagnostics/index.ts';
import type { Expr, Matrix } from './ast.ts';

/** A built expression, and where its text stands in a parsed one. */
export interface Scion {
  readonly node: Expr;
  readonly span: Span;
}

/**
 * The parsed tree with the built expressions in the places of their texts, so that what is known of them but not printed
 * stays. Without spans: they count in a text that nobody else sees.
 */
export function graft(expr: Expr, scions: readonly Scion[]): Expr {
  const { span, ...bare } = expr;
  const scion = scions.find((one) => isSame(one.span, span));
  if (scion !== undefined) return scion.node;
  const inner = (of: Expr) => graft(of, scions);
  switch (bare.kind) {
    case 'number':
    case 'string':
    case 'variable':
      return bare;
    case 'selector':
      return {
        ...bare,
        matchers: bare.matchers.map(({ label, op, value }) => ({ label, op, value })),
      };
    case 'matrix':
      // A hole before a range is a metric: what is grafted there is a selector again.
      return { ...bare, of: inner(bare.of) as Matrix['of'] };
    case 'subquery':
    case 'unary':
    case 'paren':
      return { ...bare, of: inner(bare.of) };
    case 'binary':
      return { ...bare, left: inner(bare.left), right: inner(bare.right) };
    case 'call':
      return { ...bare, args: bare.args.map(inner) };
    case 'aggregate':
      return bare.param === undefined
        ? { ...bare, of: inner(bare.of) }
        : { ...bare, param: inner(bare.param), of: inner(bare.of) };
  }
}

function isSame(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.start === b.start && a.end === b.end;
}
