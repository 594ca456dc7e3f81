/**
 * A table. Cells are Markdown: what would end a cell is escaped.
 *
 * @example
 * table(['name'], [['a|b']]) // ['| name |', '|---|', '| a\\|b |']
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)];
}

function cell(markdown: string): string {
  return markdown
    .trim()
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s*\n\s*/g, ' ');
}

/**
 * Code in a line of text, whatever it contains.
 *
 * @example
 * code('a `b` c') // '``a `b` c``'
 */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/**
 * Text that an author wrote as Markdown, in which `<instance>` is no HTML. Code in it is left alone.
 *
 * @example
 * prose('port of <host>, not `<a>`') // 'port of &lt;host>, not `<a>`'
 */
export function prose(markdown: string): string {
  return markdown
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll('<', '&lt;')))
    .join('');
}

/** The anchor that GitHub gives to a heading. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\-_ ]/gu, '')
    .replaceAll(' ', '-');
}

/** A link to a heading of the same page. */
export function linkToHeading(heading: string): string {
  return `[${heading}](#${anchor(heading)})`;
}

/** Parts of a page with an empty line between them; an empty part is left out. */
export function paragraphs(parts: readonly (string | readonly string[])[]): string {
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.join('\n')));
  return texts.filter((text) => text !== '').join('\n\n');
}
