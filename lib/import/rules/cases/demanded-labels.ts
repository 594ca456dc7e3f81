import { type Expr, walk } from '../../../promql/index.ts';

/** The labels that an expression names: in matchers, aggregations, matchings. Without those of the format. */
export function namedLabels(expr: Expr): readonly string[] {
  const matched = walk(expr).flatMap((node) =>
    node.kind === 'selector' ? node.matchers.map(({ label }) => label) : [],
  );
  return own([...matched, ...groupedLabels(expr)]);
}

/** Those that it groups, matches or relabels by. */
export function groupedLabels(expr: Expr): readonly string[] {
  return own(walk(expr).flatMap(groupedBy));
}

function groupedBy(node: Expr): readonly string[] {
  switch (node.kind) {
    case 'aggregate':
      return node.grouping?.labels ?? [];
    case 'binary':
      return [...(node.matching?.labels ?? []), ...(node.matching?.group?.include ?? [])];
    case 'call': {
      // A target of `label_replace` may be new, but its source has to be there.
      const texts = node.args.map((each) => (each.kind === 'string' ? each.value : undefined));
      const sources =
        node.func === 'label_replace'
          ? [texts[3]]
          : node.func === 'label_join'
            ? texts.slice(3)
            : [];
      return sources.filter((label) => label !== undefined);
    }
    default:
      return [];
  }
}

function own(labels: readonly string[]): readonly string[] {
  return [...new Set(labels)].filter((label) => label !== '__name__' && label !== 'le');
}

/** Labels that a template reads: `$labels.x` and `.Labels.x`. */
export function templateLabels(text: string): readonly string[] {
  return [...text.matchAll(/(?:\$labels|\.Labels)\.(\w+)/g)].map(([, label = '']) => label);
}
