import type { VariablesAnswer } from '../../../lib/preview/protocol.ts';
import type { TextSource } from './text-source.ts';

/** What titles of the dashboard, rows and links are filled in with: no query has to be asked for them. */
export function textSourceOf(
  { variables, range }: VariablesAnswer,
  scoped: Readonly<Record<string, string>> = {},
): TextSource {
  const values: Record<string, readonly string[]> = {};
  const texts: Record<string, string> = {};
  for (const { name, current, options } of variables) {
    values[name] = current;
    texts[name] = current
      .map((value) => options.find((option) => option.value === value)?.text ?? value)
      .map((text) => (text === '$__all' ? 'All' : text))
      .join(' + ');
  }
  for (const [name, value] of Object.entries(scoped)) {
    values[name] = [value];
    texts[name] = value;
  }
  return { range, texts, values };
}
