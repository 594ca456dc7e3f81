import type { VariablesAnswer } from '../../../../lib/preview/protocol.ts';
import type { Choices } from '../../grid/index.ts';

/** What panels and rows are repeated for: chosen values, all options for All. */
export function choicesOf({ variables }: VariablesAnswer): Choices {
  return Object.fromEntries(
    variables.map(({ name, current, options }) => [
      name,
      current.includes('$__all') ? options.map(({ value }) => value) : current,
    ]),
  );
}
