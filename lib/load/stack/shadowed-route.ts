import type { AlertMatch, LabelMatch, Route } from '../../catalog/index.ts';

/** The first of the routes before `route` that takes every alert which `route` would, and keeps it. */
export function shadowOf(route: Route, before: readonly Route[]): Route | undefined {
  return before.find((earlier) => !earlier.continue && includes(earlier.match, route.match));
}

/** Whether everything that `narrow` matches is matched by `wide` too, as far as that can be told without regexes. */
function includes(wide: AlertMatch, narrow: AlertMatch): boolean {
  return Object.entries(wide).every(([label, wanted]) => {
    const given = narrow[label];
    return wanted === undefined || (given !== undefined && covers(wanted, given));
  });
}

function covers(wide: LabelMatch, narrow: LabelMatch): boolean {
  const allowed = valuesOf(wide);
  const given = valuesOf(narrow);
  if (allowed === undefined || given === undefined) {
    return JSON.stringify(wide) === JSON.stringify(narrow);
  }
  return given.every((value) => allowed.includes(value));
}

/** `undefined`: not a list of values. */
function valuesOf(match: LabelMatch): readonly string[] | undefined {
  if (typeof match === 'string') return [match];
  return isList(match) ? match : undefined;
}

function isList(match: LabelMatch): match is readonly string[] {
  return Array.isArray(match);
}
