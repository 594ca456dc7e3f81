import { type Dialect, parseTemplate } from '../../lib/gotemplate/index.ts';

/** The mistakes in a template, each with what is marked: `effect «marked» message → hint`. */
export function marked(text: string, dialect: Dialect = 'prometheus'): readonly string[] {
  return parseTemplate(text, dialect).errors.map(({ effect, message, hint, span }) => {
    const where = text.slice(span.start, span.end);
    return `${effect} «${where}» ${message}${hint === undefined ? '' : ` → ${hint}`}`;
  });
}
