import type { Span } from '../../../diagnostics/index.ts';
import type { PlacedAllow } from '../../../model/index.ts';
import { allowsIn } from '../allow-text.ts';
import { type ForeignFile } from '../foreign-site.ts';

/**
 * Exceptions in comments: `# dashc:allow code -- reason until 2027-01-01`. One in a rule or directly above it is for that
 * rule; one above the first line that is no comment is for the file.
 *
 * @param rules places of the rules, in order
 */
export function allowComments(
  { file, lines }: ForeignFile,
  text: string,
  rules: readonly Span[],
): readonly PlacedAllow[] {
  const content = text.search(/^\s*[^#\s]/m);
  return allowsIn(text)
    .map(({ allow, offset }) => ({ allow, at: hashBefore(text, offset) }))
    .filter(({ at }) => at !== -1)
    .map(({ allow, at }): PlacedAllow => {
      const rule = at < content ? undefined : ruleAt(at, rules);
      const all = rule && ([lines.at(rule.start).line, lastLine(rule, lines)] as const);
      return {
        ...allow,
        file,
        where: { file, ...lines.at(at), path: [`allow ${allow.code}`] },
        ...(all === undefined ? {} : { lines: all }),
      };
    });
}

/** Of the `#` that begins the comment; -1 where it is no comment, or says something else first. */
function hashBefore(text: string, offset: number): number {
  const before = /#[ \t]*$/.exec(text.slice(Math.max(0, offset - 80), offset));
  return before === null ? -1 : offset - before[0].length;
}

/** The rule that the comment is in, or else the next. */
function ruleAt(offset: number, rules: readonly Span[]): Span | undefined {
  return rules.find(({ end }) => offset < end);
}

function lastLine({ end }: Span, lines: ForeignFile['lines']): number {
  // The end is after the line break.
  return lines.at(Math.max(0, end - 1)).line;
}
