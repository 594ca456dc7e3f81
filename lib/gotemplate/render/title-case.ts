/** A word as Unicode counts them: `it's` and `a.b` are one, `a-b` is two. */
const WORD = /[\p{L}\p{M}\p{N}_]+(?:(?<=\p{L})['’.:·](?=\p{L})[\p{L}\p{M}\p{N}_]+)*/gu;

/** The first letter of each word in upper case, the others as they are: Prometheus's `title`. */
export function titleCase(text: string): string {
  return text.replace(WORD, (word) => word.replace(/\p{L}/u, (letter) => letter.toUpperCase()));
}
