import type { Span } from '../../../diagnostics/index.ts';
import type { PlacedAllow } from '../../../model/index.ts';
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
  return [...text.matchAll(COMMENT)].map((match): PlacedAllow => {
    const [, code = '', said = ''] = match;
    const [, reason = said, until = ''] = /^([\s\S]*?)\s*\buntil\s+(\S+)\s*$/.exec(said) ?? [];
    const rule = match.index < content ? undefined : ruleAt(match.index, rules);
    return {
      code: code as PlacedAllow['code'],
      reason: reason.trim(),
      until,
      file,
      where: { file, ...lines.at(match.index), path: [`allow ${code}`] },
      ...(rule === undefined ? {} : { lines: [lines.at(rule.start).line, lastLine(rule, lines)] }),
    };
  });
}

const COMMENT = /#[ \t]*dashc:allow[ \t]+(\S+)(?:[ \t]+--[ \t]*(.*))?/g;

/** The rule that the comment is in, or else the next. */
function ruleAt(offset: number, rules: readonly Span[]): Span | undefined {
  return rules.find(({ end }) => offset < end);
}

function lastLine({ end }: Span, lines: ForeignFile['lines']): number {
  // The end is after the line break.
  return lines.at(Math.max(0, end - 1)).line;
}
