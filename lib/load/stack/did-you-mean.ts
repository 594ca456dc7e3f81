import { closest, distance } from 'fastest-levenshtein';

/** The known name that is almost `name`. */
export function closeTo(name: string, known: readonly string[]): string | undefined {
  const near = known.length === 0 ? undefined : closest(name, known);
  return near !== undefined && distance(near, name) <= name.length / 3 ? near : undefined;
}

/** A hint for a name that is not among the known ones: the one that is almost the same, else all of them. */
export function didYouMean(name: string, known: readonly string[]): { readonly hint?: string } {
  const near = closeTo(name, known);
  if (near !== undefined) return { hint: `did you mean \`${near}\`?` };
  const names = known.map((other) => `\`${other}\``).join(', ');
  return names === '' ? {} : { hint: `one of ${names}` };
}
