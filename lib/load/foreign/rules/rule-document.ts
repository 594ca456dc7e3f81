import type { Diagnostic, Span } from '../../../diagnostics/index.ts';
import type { ForeignFile } from '../foreign-site.ts';
import { problemAt } from '../problem.ts';
import type { Keys, SourceDocument } from '../source-document.ts';
import { type Fields, isObject, isOfType, meantField } from './rule-fields.ts';

/** What a finding says; its place is given with it. */
export type RuleFinding = Omit<Diagnostic, 'where' | 'code' | 'severity'> & {
  readonly code: `rule-file/${string}`;
  /** Default `error`: Prometheus refuses the file. */
  readonly severity?: Diagnostic['severity'];
};

/** A document of a rule file while it is read: collects what is wrong with it. */
export class RuleDocument {
  readonly diagnostics: Diagnostic[] = [];
  /** Places of its rules, in order. */
  readonly rules: Span[] = [];
  readonly file: ForeignFile;
  readonly document: SourceDocument;

  constructor(file: ForeignFile, document: SourceDocument) {
    this.file = file;
    this.document = document;
  }

  /** At a value. */
  report(keys: Keys, path: readonly string[], finding: RuleFinding): void {
    this.#add(this.document.spanOf(keys), path, finding);
  }

  /** At the key of an entry. */
  reportKey(keys: Keys, path: readonly string[], finding: RuleFinding): void {
    this.#add(this.document.keySpanOf(keys), path, finding);
  }

  /** The entries of an object whose keys and types are right; the others are reported. */
  fieldsOf(value: unknown, fields: Fields, keys: Keys, path: readonly string[]): RawFields {
    if (!isObject(value)) {
      this.report(keys, path, { code: 'rule-file/wrong-type', message: 'this is no object' });
      return {};
    }
    const right = Object.entries(value).filter(([name, entry]) => {
      const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (type === undefined) this.#unknown(name, fields, [...keys, name], path);
      else if (entry !== null && !isOfType(entry, type)) {
        const message = `\`${name}\` is no ${TYPE_NAMES[type]}`;
        this.report([...keys, name], path, { code: 'rule-file/wrong-type', message });
      } else return entry !== null;
      return false;
    });
    return Object.fromEntries(right);
  }

  #unknown(name: string, fields: Fields, keys: Keys, path: readonly string[]): void {
    const meant = meantField(name, fields);
    this.reportKey(keys, path, {
      code: 'rule-file/unknown-field',
      message: `\`${name}\` is no field that Prometheus knows here, so it refuses the file`,
      ...(meant === undefined ? {} : { hint: `\`${meant}\`` }),
    });
  }

  #add(span: Span, path: readonly string[], finding: RuleFinding): void {
    this.diagnostics.push(problemAt(this.file, span, path, { severity: 'error', ...finding }));
  }
}

export type RawFields = Readonly<Record<string, unknown>>;

const TYPE_NAMES = {
  text: 'text',
  texts: 'object of texts',
  list: 'list',
  object: 'object',
} as const;

/** The text of a field that was checked; `undefined` where it is absent. */
export function textOf(fields: RawFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a field that was checked. */
export function textsOf(fields: RawFields, name: string): Readonly<Record<string, string>> {
  const value = fields[name];
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text ?? '')]));
}
