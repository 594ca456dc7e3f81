import { loadValidator, type Violation } from './compiled.ts';
import { type SchemaError, wordViolation } from './messages.ts';

export type { SchemaError };

/** Errors after this many are not worth reading before the first are repaired. */
const LIMIT = 20;

/** Of several violations at one place, the first of these says best what to do. */
const TELLING = ['const', 'enum', 'type', 'pattern'];

/**
 * Checks that a dashboard is one that we would write: every key known, every value of the right kind.
 * For our own output only; dashboards that others wrote need not pass.
 *
 * @returns at most 20 errors, in the order of the document's arrays; empty when the dashboard is valid
 * @throws BugError when the validator was not compiled (`npm run compile`)
 *
 * @example
 * validateDashboard(dashboard)
 * // [{ path: '/panels/5/fieldConfig/defaults/unit', message: '`secs` is not one of …', hint: 'did you mean `s`?' }]
 */
export function validateDashboard(json: unknown): readonly SchemaError[] {
  const validator = loadValidator();
  const violations = validator.violationsOf(json);
  if (violations.length === 0) return [];
  const schema = validator.readSchema();
  return oneEach(violations)
    .slice(0, LIMIT)
    .map((violation) => wordViolation(violation, json, schema));
}

function oneEach(violations: readonly Violation[]): Violation[] {
  const best = new Map<string, Violation>();
  for (const violation of violations) {
    // `if` and `anyOf` only repeat that one of their branches failed.
    if (violation.keyword === 'if' || violation.keyword === 'anyOf') continue;
    const { additionalProperty, missingProperty } = violation.params;
    const place = `${violation.path}/${additionalProperty ?? missingProperty ?? ''}`;
    const known = best.get(place);
    if (!known || rank(violation) < rank(known)) best.set(place, violation);
  }
  return [...best.values()];
}

function rank({ keyword }: Violation): number {
  const at = TELLING.indexOf(keyword);
  return at < 0 ? TELLING.length : at;
}
