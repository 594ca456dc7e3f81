import type { Diagnostic } from '../diagnostics/index.ts';
import type { PlacedAllow } from '../model/index.ts';
import type { AllowAt } from './placed-allows.ts';

/** The exceptions of a project: leaves findings out, and finds those exceptions that are no good any more. */
export class Exceptions {
  readonly #allows: readonly AllowAt[];
  readonly #today: string;
  /** As they are written. */
  readonly #used = new Set<unknown>();

  /**
   * @param allows of all systems
   * @param today `2026-11-21`
   */
  constructor(allows: readonly AllowAt[], today: string) {
    this.#allows = allows;
    this.#today = today;
  }

  /** The findings that no exception is about. */
  keep(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    if (this.#allows.length === 0) return [...diagnostics];
    return diagnostics.filter((diagnostic) => {
      const about = this.#allows.filter((allow) => isAbout(allow, diagnostic));
      for (const { written } of about) this.#used.add(written);
      return about.every((allow) => this.#problemOf(allow) !== undefined);
    });
  }

  /** What is wrong with the exceptions themselves; to be asked once all findings were kept or left out. */
  problems(): Diagnostic[] {
    const once = new Map(this.#allows.map((allow) => [allow.written, allow]));
    return [...once.values()].flatMap((allow): Diagnostic[] => {
      const isUsed = this.#used.has(allow.written);
      const problem = this.#problemOf(allow) ?? (isUsed ? undefined : stale(allow));
      return problem === undefined ? [] : [{ ...problem, severity: 'error', where: allow.where }];
    });
  }

  #problemOf({ code, reason, until }: PlacedAllow): Problem | undefined {
    if (!isDate(until) || reason.trim() === '') {
      return {
        code: 'allow/invalid',
        message: `the exception from \`${code}\` needs a reason and the day on which it ends`,
        hint: "`reason: '…', until: '2027-01-01'`, in a file `-- … until 2027-01-01`",
      };
    }
    if (this.#today < until) return undefined;
    return {
      code: 'allow/expired',
      message: `the exception from \`${code}\` ended on ${until}: ${reason}`,
    };
  }
}

type Problem = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

function stale({ code }: PlacedAllow): Problem {
  return {
    code: 'allow/stale',
    message: `nothing is found any more that the exception from \`${code}\` is about`,
    hint: 'remove it',
  };
}

function isAbout({ code, path = [], file, lines, system }: AllowAt, found: Diagnostic): boolean {
  if (code !== found.code || !isBelow(path, found.where.path)) return false;
  if (system !== undefined && !isOf(system, found.where.file)) return false;
  if (file !== undefined && file !== found.where.file) return false;
  const { line } = found.where;
  return lines === undefined || (line !== undefined && line >= lines[0] && line <= lines[1]);
}

/** Whether a file is not another system's. */
function isOf(system: string, file: string): boolean {
  const folder = /^(?:systems|dashboards|alerts)\/([^/]+)\//.exec(file)?.[1];
  return folder === undefined || folder === 'shared' || folder === system;
}

/** Whether all parts are in the path, in their order. */
function isBelow(parts: readonly string[], path: readonly string[]): boolean {
  let at = 0;
  for (const step of path) if (step === parts[at]) at++;
  return at === parts.length;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
