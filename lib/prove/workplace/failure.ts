/** Something outside of dashc went wrong: a full disk, a program that ended. A message for people, and no stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** What to do about it, where that is known. */
  readonly hint?: string;

  constructor(message: string, hint?: string) {
    super(message);
    if (hint !== undefined) this.hint = hint;
  }

  /** What the operating system or a program said, in words. `doing` is what was tried: `'write synthesised samples'`. */
  static of(error: unknown, doing: string): Failure {
    if (error instanceof Failure) return error;
    const text = error instanceof Error ? error.message : String(error);
    return Failure.said(text, doing);
  }

  static said(text: string, doing: string): Failure {
    if (/ENOSPC|no space left on device/i.test(text)) {
      return new Failure(
        `cannot ${doing}: the disk is full`,
        'set TMPDIR to a folder with more room',
      );
    }
    const lines = text.trim().split('\n');
    // The first failure is the cause of the others.
    const telling = lines.find((line) => /level=error|\berr(or)?\b|fail|invalid/i.test(line));
    return new Failure(`cannot ${doing}: ${reasonIn(telling ?? lines.at(-1) ?? '').slice(0, 400)}`);
  }
}

/** Of a line of a log, what went wrong. */
function reasonIn(line: string): string {
  const logged = /\berr="((?:[^"\\]|\\.)*)"/.exec(line)?.[1]?.replace(/\\(.)/g, '$1');
  return (logged ?? line).trim() || 'no reason given';
}
