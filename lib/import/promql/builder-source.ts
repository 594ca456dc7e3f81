import { canonicalText, type Expr, number, type Query } from '../../promql/index.ts';
import { quoted } from '../source/index.ts';
import { aggregateOf } from './aggregates.ts';
import { method, type Operand } from './built.ts';
import { callOf } from './calls.ts';
import type { Handles } from './handles.ts';
import { type LabelSet } from './label-set.ts';
import { numberLiteral } from './literals.ts';
import { binaryOf } from './operators.ts';
import { vectorOf } from './selectors.ts';
import { Refusal, refuse, type Translation } from './translation.ts';

/** An expression as typed calls, on one line. */
export interface BuilderSource {
  readonly code: string;
  /** Names that the file has to import or declare: of the library, of catalogs, of variables; sorted. */
  readonly names: readonly string[];
  /** What `code` is: `.legend(…)` is a method of vectors only. */
  readonly type: 'vector' | 'scalar';
  /** Labels that the result's type carries; `'open'` for any. */
  readonly labels: LabelSet;
  /** What `code` evaluates to. */
  readonly value: Query;
}

/** An expression that stays text, and why. */
export interface Refused {
  readonly code?: undefined;
  readonly reason: string;
}

/**
 * Writes an expression with the typed builders. The calls are carried out as they are written, and the result is
 * compared with `expr`, so that the source means the same tree or is not given.
 *
 * @example
 * builderSource(parse('sum by (job) (rate(x_total[5m]))').expr, handles).code // m.x_total.rate('5m').sumBy('job')
 */
export function builderSource(expr: Expr, handles: Handles): BuilderSource | Refused {
  const writer = new Writer(handles);
  try {
    const built = writer.whole(expr);
    const value = built.value as Query;
    const [meant, wanted] = [canonicalText(value.node), canonicalText(expr)];
    if (meant !== wanted) return { reason: `the typed calls would mean ${meant}` };
    return {
      code: built.code,
      names: [...writer.names].sort(),
      type: built.type === 'vector' ? 'vector' : 'scalar',
      labels: built.type === 'vector' ? built.labels : new Set(),
      value,
    };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    throw error;
  }
}

class Writer implements Translation {
  readonly handles: Handles;
  readonly names = new Set<string>();

  constructor(handles: Handles) {
    this.handles = handles;
  }

  uses(name: string): void {
    this.names.add(name);
  }

  /** A number alone is no query. */
  whole(expr: Expr): Operand {
    const built = this.expr(expr);
    return built.type === 'number' ? this.#scalar(built.code, number(built.value)) : built;
  }

  expr(expr: Expr): Operand {
    switch (expr.kind) {
      case 'paren':
        return this.expr(expr.of);
      case 'number':
        return numeric(expr.value);
      case 'selector':
        return vectorOf(expr, this);
      case 'unary':
        return this.#unary(expr.op, this.expr(expr.of));
      case 'binary':
        return binaryOf(expr, this);
      case 'call':
        return callOf(expr, this);
      case 'aggregate':
        return aggregateOf(expr, this);
      case 'variable': {
        const { name, text } = expr.variable;
        const known = text === `$${name}` ? this.handles.variable?.(name) : undefined;
        if (known === undefined) return refuse('a variable instead of a number');
        this.uses(known.root);
        return this.#scalar(known.code, number(known.value as Parameters<typeof number>[0]));
      }
      case 'string':
        return refuse(`the text ${quoted(expr.value)} as a query`);
      case 'matrix':
      case 'subquery':
        return refuse('a range vector as a query');
    }
  }

  #unary(op: '+' | '-', of: Operand): Operand {
    if (op === '+') return refuse('a sign `+`');
    if (of.type === 'number') return numeric(-of.value);
    if (of.type === 'scalar') return refuse('a sign before a scalar');
    return { ...method(of, 'neg', []), type: 'vector', labels: of.labels };
  }

  #scalar(code: string, value: Query): Operand {
    this.uses('number');
    return { code: `number(${code})`, value, type: 'scalar' };
  }
}

function numeric(value: number): Operand {
  return { code: numberLiteral(value), value, type: 'number' };
}
