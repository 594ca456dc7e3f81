import type { Diagnostic, Span, Where } from '../diagnostics/index.ts';
import {
  type Dashboard,
  type Expression,
  expressionsOf,
  type Loaded,
  type RuleGroup,
  type System,
  systemEnv,
  whereIn,
} from '../model/index.ts';
import { type Env, type Expr, type Fact, Inference, type Matcher } from '../promql/index.ts';
import { mark } from './mark.ts';
import { once } from './once.ts';

/**
 * One content file with what was inferred about its expressions: what the checks read. One file at a time, because the
 * inference takes more memory than the project.
 */
export interface Analysis {
  readonly system: System;
  readonly loaded: Loaded<Dashboard> | Loaded<RuleGroup>;
  readonly expressions: readonly AnalyzedExpression[];
  /** The metrics that they select. */
  readonly env: Env;
}

/** An expression, what is known about it, and a way to point into it. */
export class AnalyzedExpression {
  readonly node: Expr;
  readonly use: Expression['use'];
  readonly legend: string | undefined;
  /** As it was written, where it was not built. */
  readonly text: string | undefined;
  /** Outermost first, the query or rule last. */
  readonly path: readonly string[];
  readonly inference: Inference;
  readonly #expression: Expression;
  #byKind: ByKind | undefined;

  constructor(expression: Expression, env: Env) {
    this.node = expression.node;
    this.use = expression.use;
    this.legend = expression.legend;
    this.text = expression.text;
    this.path = expression.path;
    this.inference = new Inference(expression.node, env);
    this.#expression = expression;
  }

  /** `node` and everything below it, a parent before its children. */
  get nodes(): readonly Expr[] {
    return this.inference.nodes;
  }

  /** Those of one kind, in the same order. */
  nodesOf<K extends Expr['kind']>(kind: K): readonly NodeOf<K>[] {
    this.#byKind ??= byKind(this.nodes);
    return (this.#byKind[kind] ?? NO_NODES) as readonly NodeOf<K>[];
  }

  /** The place of the expression, with `part` of it marked; the whole of it when absent. */
  where(part: Expr | Matcher = this.node): Where {
    const { loaded, site, path } = this.#expression;
    const source = mark(this.node, part, this.text);
    const span = this.text === undefined ? undefined : source.span;
    return { ...whereIn(loaded, site, path, span), source };
  }

  /** Changes of its text as the fix of a finding: none where it was built, or where one of them leaves a doubt. */
  fix(changes: readonly TextChange[]): Pick<Diagnostic, 'fix'> {
    const { loaded, site } = this.#expression;
    const fix = changes.flatMap((change) => loaded.edit?.(site, { kind: 'text', ...change }) ?? []);
    return fix.length === 0 || fix.length < changes.length ? {} : { fix };
  }
}

/** What stands in place of a part of an expression's text. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

type NodeOf<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

type ByKind = Partial<Record<Expr['kind'], Expr[]>>;

const NO_NODES: readonly Expr[] = [];

function byKind(nodes: readonly Expr[]): ByKind {
  const found: ByKind = {};
  for (const node of nodes) (found[node.kind] ??= []).push(node);
  return found;
}

/** Every content file of a system, in order, those without expressions too. */
export function* analysesOf(system: System): Generator<Analysis, void, undefined> {
  const env = systemEnv(system);
  for (const [loaded, expressions] of byFile(system)) {
    const analyzed = expressions.map((expression) => new AnalyzedExpression(expression, env));
    yield { system, loaded, expressions: analyzed, env };
  }
}

function byFile(system: System): Map<Expression['loaded'], Expression[]> {
  const contents = [...system.dashboards, ...system.groups];
  const files = new Map(contents.map((loaded) => [loaded, [] as Expression[]]));
  for (const expression of expressionsOf(system)) files.get(expression.loaded)?.push(expression);
  return files;
}

/** The fact of one kind. */
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** Every fact of one kind, with the expression that it is about. */
export function factsOf<K extends Fact['kind']>(
  analysis: Analysis,
  kind: K,
): readonly FoundFact<FactOf<K>>[] {
  return (factsByKind(analysis).get(kind) ?? NONE) as readonly FoundFact<FactOf<K>>[];
}

interface FoundFact<F extends Fact> {
  readonly expression: AnalyzedExpression;
  readonly fact: F;
}

const NONE: readonly FoundFact<Fact>[] = [];

/** Every check asks for its own kind, and most expressions have nothing to tell. */
const factsByKind = once(({ expressions }: Analysis) => {
  const byKind = new Map<Fact['kind'], FoundFact<Fact>[]>();
  for (const expression of expressions) {
    for (const fact of expression.inference.facts) {
      const same = byKind.get(fact.kind);
      if (same === undefined) byKind.set(fact.kind, [{ expression, fact }]);
      else same.push({ expression, fact });
    }
  }
  return byKind;
});
