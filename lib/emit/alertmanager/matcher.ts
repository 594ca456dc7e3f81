import { type Matcher, regexMatches } from '../../promql/index.ts';

/** Whether a label with this value matches; a label that is not there has the empty value. */
export function matcherTakes({ op, value: wanted }: Matcher, value: string): boolean {
  switch (op) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '=~':
      return regexMatches(wanted, value);
    case '!~':
      return !regexMatches(wanted, value);
  }
}
