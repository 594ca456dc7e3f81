import type { Diagnostic, Where } from '../../diagnostics/index.ts';
import type { QueryAnswer } from '../prometheus-server/index.ts';

/** Collects what is found, and counts what was asked. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  queries = 0;
  readonly #slow: { readonly where: Where; readonly send: () => Promise<QueryAnswer> }[] = [];

  add(
    code: `verify/${string}`,
    where: Where,
    message: string,
    { severity = 'error', hint }: { severity?: Diagnostic['severity']; hint?: string } = {},
  ): void {
    this.diagnostics.push({
      code,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      where,
    });
  }

  /** Asks, and remembers where that took long. */
  async ask(where: Where, send: () => Promise<QueryAnswer>): Promise<QueryAnswer> {
    this.queries++;
    const answer = await send();
    if (answer.milliseconds > MOST_MILLISECONDS) this.#slow.push({ where, send });
    return answer;
  }

  /** Asks again what took long, one after the other: it may have waited for others, or for a busy machine. */
  async askSlowAgain(): Promise<void> {
    for (const { where, send } of this.#slow.splice(0)) {
      const { milliseconds } = await send();
      if (milliseconds <= MOST_MILLISECONDS) continue;
      const seconds = (milliseconds / 1000).toFixed(1);
      this.add('verify/slow-query', where, `the query takes ${seconds} s`, {
        severity: 'warning',
        hint: 'record it with a rule, or ask for less',
      });
    }
  }
}

/** Milliseconds that a query may take. */
const MOST_MILLISECONDS = 1000;

/** The same place, with what it is about. */
export function within(where: Where, ...path: readonly string[]): Where {
  const { file, line, column } = where;
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    path: [...where.path, ...path],
  };
}
