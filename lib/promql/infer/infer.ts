import type { Expr } from '../ast.ts';
import { walk } from '../walk.ts';
import { aggregateInfo } from './aggregate-flow.ts';
import { binaryInfo } from './binary-flow.ts';
import { withoutName } from './branch.ts';
import { callInfo } from './call-flow.ts';
import type { Env } from './env.ts';
import type { Fact } from './fact.ts';
import { NUMBER } from './inferred-unit.ts';
import { type Info, NO_FACTS, scalarInfo, UNKNOWN } from './info.ts';
import { ANY_VALUE, constant, negated } from './interval.ts';
import { selectorInfo } from './selector-flow.ts';

/**
 * What is known of the result of an expression: labels, kind and unit of the values, whether it returns at all.
 *
 * Never throws, and nothing is claimed that the engine could contradict: an unknown function or a Grafana variable
 * leaves everything open. Computed once for each node and environment, bottom up.
 */
export function infer(expr: Expr, env: Env): Info {
  return inferAll(expr, env).of(expr);
}

/** What is known of an expression and all of its parts. */
export function inferAll(expr: Expr, env: Env): Inference {
  let known = caches.get(env);
  if (known === undefined) caches.set(env, (known = new WeakMap()));
  let inference = known.get(expr);
  if (inference === undefined) known.set(expr, (inference = new Inference(expr, env)));
  return inference;
}

// By root: one entry for each node costs more, in the garbage collector, than all of the inference.
const caches = new WeakMap<Env, WeakMap<Expr, Inference>>();

/** What is known of one expression, for as long as somebody holds it. */
export class Inference {
  readonly expr: Expr;
  readonly #env: Env;
  readonly #infos = new Map<Expr, Info>();
  #nodes: readonly Expr[] | undefined;
  #facts: readonly Fact[] | undefined;

  constructor(expr: Expr, env: Env) {
    this.expr = expr;
    this.#env = env;
  }

  /** Of `expr` or any node in it. */
  of(node: Expr): Info {
    let info = this.#infos.get(node);
    if (info === undefined) {
      info = compute(node, this.#env, this.#part);
      this.#infos.set(node, info);
    }
    return info;
  }

  readonly #part = (node: Expr): Info => this.of(node);

  /** `expr` and everything below it, a parent before its children. */
  get nodes(): readonly Expr[] {
    return (this.#nodes ??= walk(this.expr));
  }

  /** All facts of the expression, those of the outermost node first. */
  get facts(): readonly Fact[] {
    return (this.#facts ??= this.nodes.flatMap((node) => this.of(node).facts));
  }
}

function compute(node: Expr, env: Env, of: (node: Expr) => Info): Info {
  switch (node.kind) {
    case 'number':
      return scalarInfo(node, constant(node.value));
    case 'string':
      return { ...scalarInfo(node, ANY_VALUE), type: 'string' };
    case 'variable':
      return { ...UNKNOWN, unit: NUMBER };
    case 'selector':
      return selectorInfo(node, env);
    case 'matrix':
      return withType(of(node.of), 'matrix');
    case 'subquery':
      return withType(of(node.of), 'matrix');
    case 'paren':
      return withType(of(node.of), of(node.of).type);
    case 'unary':
      return node.op === '-' ? minus(node, of(node.of)) : withType(of(node.of), of(node.of).type);
    case 'binary':
      return binaryInfo(node, of(node.left), of(node.right));
    case 'call':
      return callInfo(node, node.args.map(of));
    case 'aggregate':
      if (node.param) of(node.param);
      return aggregateInfo(node, of(node.of));
    // A tree that a broken text left behind.
    default:
      return UNKNOWN;
  }
}

/** The same result seen through another node; its facts stay where they are. */
function withType(info: Info, type: Info['type']): Info {
  return { ...info, type, facts: NO_FACTS };
}

function minus(node: Expr, of: Info): Info {
  const branches = of.branches.map((b) =>
    of.type === 'scalar'
      ? { ...b, range: negated(b.range) }
      : withoutName(b, node, negated(b.range)),
  );
  const kind = of.kind === 'counter' || of.kind === 'bucket' ? 'gauge' : of.kind;
  return { ...of, branches, kind, facts: NO_FACTS };
}
