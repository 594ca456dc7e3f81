import type { Span } from '../../diagnostics/index.ts';
import type { Template } from '../ast.ts';
import { DIALECTS } from '../dialect.ts';
import type { QueryText } from '../query-text.ts';
import { type Effect, type TemplateError, templateError } from '../template-error.ts';
import type { LabelSource } from '../type.ts';
import { type AppliedFunction, type Fact, factOf } from './fact.ts';
import { Scope } from './scope.ts';

/** A label, or an annotation, that a template reads. */
export interface LabelUse {
  readonly label: string;
  readonly from: LabelSource;
  /** The name, where it is written. */
  readonly span: Span;
  /** It is asked for before it is used, by `if`, `with` or `or`: the author knows that it can be missing. */
  readonly guarded?: true;
}

/** A place where the alert's value has an influence on the text. */
export interface ValueUse {
  /** `$value` or `.Value`. */
  readonly span: Span;
  /** The action that prints it or asks for it; the text behind it starts at its end. */
  readonly action: Span;
  /** What was applied to the value, in that order: `[{ name: 'printf', verb: '%.2f' }]`. */
  readonly functions: readonly AppliedFunction[];
  /** `false` for a condition, and for the text of a query. */
  readonly printed: boolean;
}

/** A call of a function. */
export interface FunctionUse {
  readonly name: string;
  /** The release that brought it; absent for what was always there. */
  readonly since?: string;
  /** The name. */
  readonly span: Span;
}

/** Where a walk through a template is, and what it has found. */
export class FlowState {
  readonly template: Template;
  readonly errors: TemplateError[] = [];
  readonly labels: LabelUse[] = [];
  readonly values: ValueUse[] = [];
  readonly functions: FunctionUse[] = [];
  readonly queries: QueryText[] = [];
  /** The names of the definitions that are being walked. */
  readonly calls: string[] = [];
  /** How many definitions may still be walked: two calls in each of twenty would be a million. */
  callsLeft = 1000;
  scope: Scope;
  /** The action that is being walked, with its delimiters. */
  action: Span = { start: 0, end: 0 };
  #guards: readonly string[] = [];
  #asking = false;

  constructor(template: Template) {
    this.template = template;
    const { data, variables } = DIALECTS[template.dialect];
    const declared = Object.entries(variables).map(([name, type]) => [name, factOf(type)] as const);
    this.scope = new Scope([['$', factOf(data)], ...declared]);
  }

  textOf({ start, end }: Span): string {
    return this.template.text.slice(start, end);
  }

  /** A definition that is called twice makes each mistake once. */
  report(effect: Effect, message: string, span: Span, hint?: string): void {
    if (this.errors.some((error) => error.span.start === span.start)) return;
    this.errors.push(templateError(effect, message, span, hint));
  }

  readLabel(label: string, from: LabelSource, { start, end }: Span): void {
    const known = this.labels.some(
      (use) => use.span.start === start && use.from.kind === from.kind,
    );
    if (known) return;
    const guarded = this.#asking || this.#guards.includes(keyOf(label, from));
    const use = { label, from, span: { start, end } };
    this.labels.push(guarded ? { ...use, guarded } : use);
  }

  useValues(fact: Fact, printed: boolean): void {
    for (const { span, functions } of fact.values) {
      this.values.push({ span, action: this.action, functions, printed });
    }
  }

  call(name: string, since: string | undefined, span: Span): void {
    if (this.functions.some((use) => use.span.start === span.start)) return;
    this.functions.push(since === undefined ? { name, span } : { name, since, span });
  }

  /** Runs `read` as a condition: the labels in it are asked for. Returns which, for `guarded`. */
  asking<T>(read: () => T): { readonly result: T; readonly asked: readonly LabelUse[] } {
    const before = this.labels.length;
    const result = this.#read(true, read);
    const asked = this.labels.slice(before).filter(({ guarded }) => guarded);
    return { result, asked };
  }

  /** Runs `read` as something that needs its labels, even in a condition. */
  using<T>(read: () => T): T {
    return this.#read(false, read);
  }

  #read<T>(asking: boolean, read: () => T): T {
    const outer = this.#asking;
    this.#asking = asking;
    const result = read();
    this.#asking = outer;
    return result;
  }

  /** Runs `walk` where these labels are known to be there. */
  guarded(asked: readonly LabelUse[], walk: () => void): void {
    const outer = this.#guards;
    this.#guards = [...outer, ...asked.map(({ label, from }) => keyOf(label, from))];
    walk();
    this.#guards = outer;
  }
}

function keyOf(label: string, from: LabelSource): string {
  return `${from.kind} ${label}`;
}
