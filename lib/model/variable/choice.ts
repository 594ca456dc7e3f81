import type { Choice } from './variable.ts';

/** What an author writes about choosing. */
export interface ChoiceOptions {
  /** Several values can be chosen. Default false. */
  readonly multi?: boolean;
  /** Offers All. Default false. */
  readonly includeAll?: boolean;
  /** What All stands for, as a regular expression such as `.*`. Default: all values, joined. */
  readonly allValue?: string;
  /** Chosen at first. Default All where there is one, else the first value. */
  readonly initial?: string | readonly string[];
}

export function choiceOf(options: ChoiceOptions): Choice {
  const { multi = false, includeAll = false, allValue, initial } = options;
  return {
    several: multi,
    includeAll,
    ...(allValue === undefined ? {} : { allValue }),
    ...(initial === undefined
      ? {}
      : { initial: typeof initial === 'string' ? [initial] : initial }),
  };
}

/** All stands for several values too, so both need `=~`. */
export function isRegex(choice: Choice): boolean {
  return choice.several || choice.includeAll;
}
