import { isMap, isSeq, parseDocument } from 'yaml';

import { type Expr, parse, print, walk } from '../../lib/promql/index.ts';

/** The labels of a series, and their values. */
export type Sample = Readonly<Record<string, string>>;

/**
 * Says in the words of a rule file and of Prometheus's API what a case says of parts of an expression: a part becomes the
 * metric that a recording rule would have made of it, and what the part returns the series of that metric.
 */
export function recordParts(
  text: string,
  parts: Readonly<Record<string, readonly Sample[]>>,
): { readonly text: string; readonly series: readonly Sample[] } {
  if (Object.keys(parts).length === 0) return { text, series: [] };
  const document = parseDocument(text);
  const series: Sample[] = [];
  for (const [at, [part, samples]] of Object.entries(parts).entries()) {
    const tree = parse(part).expr;
    if (tree === undefined) continue;
    const name = isMetric(tree) ? print(tree) : `part:${at}`;
    series.push(...samples.map((labels) => ({ __name__: name, ...labels })));
    if (name === part) continue;
    editExpressions(document, (expr) => replacePart(expr, tree, name));
  }
  return { text: String(document), series };
}

function isMetric(tree: Expr): boolean {
  return tree.kind === 'selector' && tree.matchers.length === 0 && tree.offset === undefined;
}

function editExpressions(
  document: ReturnType<typeof parseDocument>,
  edit: (expr: string) => string,
): void {
  const groups = document.get('groups');
  for (const group of isSeq(groups) ? groups.items : []) {
    const rules = isMap(group) ? group.get('rules') : undefined;
    for (const rule of isSeq(rules) ? rules.items : []) {
      if (isMap(rule)) rule.set('expr', edit(String(rule.get('expr'))));
    }
  }
}

/** The expression with the first occurrence of a part of it replaced by a metric. */
function replacePart(expr: string, part: Expr, name: string): string {
  const { expr: tree } = parse(expr);
  const wanted = print(withoutConditions(part));
  const found =
    tree && walk(tree).find((node) => node.span && print(withoutConditions(node)) === wanted);
  if (found?.span === undefined) return expr;
  return expr.slice(0, found.span.start) + name + expr.slice(found.span.end);
}

/** Comparisons with numbers filter and are left out of the questions that were asked; so are parentheses. */
function withoutConditions(node: Expr): Expr {
  switch (node.kind) {
    case 'paren':
      return withoutConditions(node.of);
    case 'binary': {
      const isCondition = node.right.kind === 'number' && /^[<>=!]/.test(node.op);
      if (isCondition) return withoutConditions(node.left);
      return {
        ...node,
        left: withoutConditions(node.left),
        right: withoutConditions(node.right),
      };
    }
    case 'call':
      return { ...node, args: node.args.map(withoutConditions) };
    case 'aggregate':
    case 'subquery':
      return { ...node, of: withoutConditions(node.of) };
    default:
      return node;
  }
}
