/** How bad a finding is. An `error` stops the build. */
export type Severity = 'error' | 'warning' | 'info';

/** A half-open range of UTF-16 offsets, as `String.prototype.slice` takes them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The expression a finding is about, and the part of it that is marked. */
export interface SourceText {
  readonly text: string;
  readonly span: Span;
}

/** Where a finding is. The more that is known, the closer the renderers point. */
export interface Where {
  /** Path of the file to open, relative to the project's root, always with `/`. */
  readonly file: string;
  /** 1-based. Absent when only the file is known. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  /** 1-based, inclusive. */
  readonly endLine?: number;
  /** 1-based, exclusive. */
  readonly endColumn?: number;
  /** Outermost first: `['dashboard flashcastr-flashes', 'panel "Queue depth"', 'query A']`. */
  readonly path: readonly string[];
  /** Printed under the place with a caret line. */
  readonly source?: SourceText;
}

/** One finding: data, never text for a terminal. Its place is never part of its message. */
export interface Diagnostic {
  /** `family/name`. Never reused for another meaning once released. */
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  /** What is wrong, one sentence, subject in backticks, no place, no trailing period. */
  readonly message: string;
  /** What to type instead. Omitted rather than "check your query". */
  readonly hint?: string;
  readonly where: Where;
  /** All of them together make `where.file` right. Only where that is certain, and only in files that were read. */
  readonly fix?: readonly Edit[];
}

/** A change of a file's text. */
export interface Edit {
  /** Of the file as it was read. */
  readonly span: Span;
  /** What stands there instead. */
  readonly text: string;
}

/** What a stage made of its input, and what it found. A broken panel does not hide the other forty. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
