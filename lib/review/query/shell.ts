import { type Expr, print, type Selector } from '../../promql/index.ts';

/** A node with `…` in place of one of its children. */
export function shell(node: Expr, child: Expr): string {
  const rest: Selector = { kind: 'selector', name: REST, matchers: [] };
  const swap = (each: Expr): Expr => (each === child ? rest : each);
  return print(withChildren(node, swap, rest)).replace(REST, '…');
}

const REST = 'dashc:rest';

function withChildren(node: Expr, swap: (child: Expr) => Expr, rest: Selector): Expr {
  switch (node.kind) {
    case 'matrix':
      return swap(node.of) === rest ? { ...node, of: rest } : node;
    case 'subquery':
    case 'unary':
    case 'paren':
      return { ...node, of: swap(node.of) };
    case 'binary':
      return { ...node, left: swap(node.left), right: swap(node.right) };
    case 'call':
      return { ...node, args: node.args.map(swap) };
    case 'aggregate': {
      const { param } = node;
      const swapped = param === undefined ? {} : { param: swap(param) };
      return { ...node, of: swap(node.of), ...swapped };
    }
    case 'number':
    case 'string':
    case 'variable':
    case 'selector':
      return node;
  }
}
