/** A broken assumption in dashc itself. Never thrown for bad input. Exit code 3. */
export class BugError extends Error {
  override readonly name = 'BugError';
}

/**
 * States what is believed to be true.
 *
 * @throws BugError when it is not
 */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new BugError(what);
}

/**
 * The `default` of a switch over a union: does not compile while a case is missing.
 *
 * @throws BugError when data of another type reaches it at run time
 */
export function unreachable(value: never, where: string): never {
  throw new BugError(`${where}: unexpected ${JSON.stringify(value)}`);
}
