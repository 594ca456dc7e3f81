/** Markup that is written as it is. Everything else is text, whatever it contains. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Html[];

/**
 * A template whose values are escaped, in text and in quoted attributes.
 *
 * @example
 * html`<b title="${'"'}">${'<i>'}</b>`.text // '<b title="&quot;">&lt;i&gt;</b>'
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = parts.map((part, i) => `${markup(part)}${template[i + 1] ?? ''}`);
  return new Html(`${template[0] ?? ''}${texts.join('')}`);
}

function markup(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
