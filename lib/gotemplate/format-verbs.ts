/** A verb of a `printf` format, such as `%-8.2f`. */
export interface Verb {
  readonly start: number;
  /** After the letter. */
  readonly end: number;
  /** Of `+`, `-`, `#`, `0` and blank. */
  readonly flags: string;
  /** `*` takes it from the arguments. */
  readonly width?: number | '*';
  readonly precision?: number | '*';
  /** 1-based, of `%[2]s`: the argument to use. */
  readonly index?: number;
  /** Empty when the format ends first. */
  readonly letter: string;
}

const VERB =
  /%([+\-# 0]*)(?:\[(\d+)\])?(\*|\d+)?(?:\.(?:\[(\d+)\])?(\*|\d*))?(?:\[(\d+)\])?([^]?)/gu;

/**
 * The verbs of a format, in order; `%%` is one whose letter is `%`.
 *
 * @example
 * verbsOf('%.2f of %s') // [{ letter: 'f', precision: 2, … }, { letter: 's', … }]
 */
export function verbsOf(format: string): readonly Verb[] {
  return [...format.matchAll(VERB)].map((match) => {
    const [all, flags = '', first, width, second, precision, third, letter = ''] = match;
    const index = third ?? second ?? first;
    return {
      start: match.index,
      end: match.index + all.length,
      flags,
      ...(width !== undefined && { width: count(width) }),
      ...(precision !== undefined && { precision: count(precision) }),
      ...(index !== undefined && { index: Number(index) }),
      letter,
    };
  });
}

/** A precision without digits, as in `%.f`, is zero. */
function count(text: string): number | '*' {
  return text === '*' ? '*' : Number(text);
}
