/**
 * The comments in an expression, in order, without `#`.
 *
 * @example
 * promqlComments('up{a="#"} # every target\n== 0') // ['every target']
 */
export function promqlComments(text: string): readonly string[] {
  const tokens = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|#(.*)/g;
  return [...text.matchAll(tokens)].flatMap(([, comment]) => {
    const line = comment?.trim() ?? '';
    return line === '' ? [] : [line];
  });
}
