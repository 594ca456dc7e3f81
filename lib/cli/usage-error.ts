import { similar } from '../diagnostics/index.ts';

/** What was typed cannot be meant. Printed without a stack; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `(did you mean x?)` when something similar is known, and what is known. */
export function unknownName(what: string, name: string, known: readonly string[]): UsageError {
  const near = similar(name, known);
  const advice =
    near !== undefined
      ? `did you mean \`${near}\`?`
      : known.length === 0
        ? 'there is none yet'
        : `there are ${known.map((k) => `\`${k}\``).join(', ')}`;
  return new UsageError(`unknown ${what} \`${name}\`: ${advice}`);
}
