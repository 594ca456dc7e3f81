/**
 * The text of a match's replacement, by Go's rules: `$1`, `${1}`, `$name`, `$$`; the longest name wins, so `$1x` is the
 * group `1x`, which there is not.
 */
export function expandReplacement(
  replacement: string,
  group: (name: string) => string | undefined,
): string {
  return replacement.replace(
    /\$(?:(\$)|\{(\w+)\}|(\w+))/g,
    (_all, dollar: string | undefined, braced: string | undefined, plain: string | undefined) =>
      dollar ?? group(braced ?? plain ?? '') ?? '',
  );
}
