import type { Where } from '../diagnostics/index.ts';
import {
  type Dashboard,
  type Expression,
  expressionsOf,
  type Loaded,
  type Project,
  type RuleGroup,
  type System,
  systemEnv,
  whereIn,
} from '../model/index.ts';
import { type Env, type Expr, type Fact, Inference, type Matcher } from '../promql/index.ts';
import { mark } from './mark.ts';

/**
 * One content file with what was inferred about its expressions: what the checks read. One file at a time, because the
 * inference takes more memory than the project.
 */
export interface Analysis {
  readonly project: Project;
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

  constructor(expression: Expression, env: Env) {
    this.node = expression.node;
    this.use = expression.use;
    this.legend = expression.legend;
    this.text = expression.text;
    this.path = expression.path;
    this.inference = new Inference(expression.node, env);
    this.#expression = expression;
  }

  /** The place of the expression, with `part` of it marked; the whole of it when absent. */
  where(part: Expr | Matcher = this.node): Where {
    const { loaded, site, path } = this.#expression;
    const source = mark(this.node, part, this.text);
    const span = this.text === undefined ? undefined : source.span;
    return { ...whereIn(loaded, site, path, span), source };
  }
}

/** Every content file of a project, in order. */
export function* analysesOf(project: Project): Generator<Analysis, void, undefined> {
  for (const system of project.systems) {
    const env = systemEnv(system);
    for (const [loaded, expressions] of byFile(expressionsOf(system))) {
      const analyzed = expressions.map((expression) => new AnalyzedExpression(expression, env));
      yield { project, system, loaded, expressions: analyzed, env };
    }
  }
}

function byFile(expressions: readonly Expression[]): Map<Expression['loaded'], Expression[]> {
  const files = new Map<Expression['loaded'], Expression[]>();
  for (const expression of expressions) {
    const same = files.get(expression.loaded);
    if (same === undefined) files.set(expression.loaded, [expression]);
    else same.push(expression);
  }
  return files;
}

/** The fact of one kind. */
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** Every fact of one kind, with the expression that it is about. */
export function factsOf<K extends Fact['kind']>(
  analysis: Analysis,
  kind: K,
): readonly FoundFact<FactOf<K>>[] {
  let byKind = facts.get(analysis);
  if (byKind === undefined) facts.set(analysis, (byKind = factsByKind(analysis)));
  return (byKind.get(kind) ?? NONE) as readonly FoundFact<FactOf<K>>[];
}

interface FoundFact<F extends Fact> {
  readonly expression: AnalyzedExpression;
  readonly fact: F;
}

const NONE: readonly FoundFact<Fact>[] = [];
const facts = new WeakMap<Analysis, ReadonlyMap<Fact['kind'], readonly FoundFact<Fact>[]>>();

/** Every check asks for its own kind, and most expressions have nothing to tell. */
function factsByKind({ expressions }: Analysis): Map<Fact['kind'], FoundFact<Fact>[]> {
  const byKind = new Map<Fact['kind'], FoundFact<Fact>[]>();
  for (const expression of expressions) {
    for (const fact of expression.inference.facts) {
      const same = byKind.get(fact.kind);
      if (same === undefined) byKind.set(fact.kind, [{ expression, fact }]);
      else same.push({ expression, fact });
    }
  }
  return byKind;
}
