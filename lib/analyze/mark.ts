import type { SourceText, Span } from '../diagnostics/index.ts';
import { children, type Expr, type Matcher, parse, print } from '../promql/index.ts';

/**
 * The text of an expression with one part of it marked.
 *
 * A tree that was built has no positions: its text is parsed once more, and the part is looked up in that tree.
 *
 * @param part a node or a matcher of `root`; all of it where the part is not found
 * @param written the text that `root` was read from, if it was
 */
export function mark(root: Expr, part: Expr | Matcher, written?: string): SourceText {
  if (written !== undefined) {
    return { text: written, span: part.span ?? { start: 0, end: written.length } };
  }
  const text = print(root);
  const parsed = parse(text).expr;
  const span = parsed && spanOf(root, parsed, part);
  return { text, span: span ?? { start: 0, end: text.length } };
}

/** The span of the node of `parsed` that stands where `part` stands in `built`. */
function spanOf(built: Expr, parsed: Expr, part: Expr | Matcher): Span | undefined {
  // Printing added what the shape of a built tree needs.
  if (parsed.kind === 'paren' && built.kind !== 'paren') return spanOf(built, parsed.of, part);
  if (built === part) return parsed.span;
  if (built.kind === 'selector' && parsed.kind === 'selector') {
    const index = built.matchers.findIndex((matcher) => matcher === part);
    return parsed.matchers[index]?.span;
  }
  const [ours, theirs] = [children(built), children(parsed)];
  for (const [i, child] of ours.entries()) {
    const other = theirs[i];
    const found = other && spanOf(child, other, part);
    if (found !== undefined) return found;
  }
  return undefined;
}
