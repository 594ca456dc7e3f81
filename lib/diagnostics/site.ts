/** Where in a content file something was made, as the running JavaScript knows it; `load` maps it to the source. */
export interface Site {
  /** Absolute path or file URL of the code that ran. */
  readonly file: string;
  /** 1-based, in the code that ran. */
  readonly line: number;
  /** 1-based, in the code that ran. */
  readonly column: number;
}

/**
 * The place that called `above`.
 *
 * @param above the function of the authoring surface that was called; frames up to and including it are skipped
 * @returns `undefined` where the engine keeps no stack
 */
export function siteOf(above: (...args: never[]) => unknown): Site | undefined {
  const { stackTraceLimit } = V8;
  const captured: Captured = {};
  V8.stackTraceLimit = 1;
  V8.captureStackTrace(captured, above);
  V8.stackTraceLimit = stackTraceLimit;
  return 'stack' in captured ? new CapturedSite(captured) : undefined;
}

/** V8 turns what it has captured into lines and columns when somebody reads `stack`: most places are never asked for. */
class CapturedSite implements Site {
  readonly #captured: Captured;
  #frame: CallSite | undefined;

  constructor(captured: Captured) {
    this.#captured = captured;
  }

  get file(): string {
    return this.#read()?.getFileName() ?? '';
  }

  get line(): number {
    return this.#read()?.getLineNumber() ?? 1;
  }

  get column(): number {
    return this.#read()?.getColumnNumber() ?? 1;
  }

  #read(): CallSite | undefined {
    const { prepareStackTrace } = V8;
    V8.prepareStackTrace = (_, sites) => sites;
    this.#frame ??= this.#captured.stack?.[0];
    V8.prepareStackTrace = prepareStackTrace;
    return this.#frame;
  }
}

interface Captured {
  readonly stack?: readonly CallSite[];
}

/** The part of V8's stack API that is used: content files are type-checked without Node's types. */
interface CallSite {
  getFileName(): string | null | undefined;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
}

const V8 = Error as unknown as {
  prepareStackTrace: ((error: unknown, sites: readonly CallSite[]) => unknown) | undefined;
  stackTraceLimit: number;
  captureStackTrace(target: object, above: unknown): void;
};
