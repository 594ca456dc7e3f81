import { invariant } from '../../diagnostics/index.ts';
import type { Expr } from '../../promql/index.ts';
import type { LabelSet } from './label-set.ts';
import { memberAccess } from './literals.ts';

/**
 * A part of an expression as source and as what that source evaluates to. The two are made in one step by the same call,
 * so that the value tells what the source means.
 */
export interface Built {
  readonly code: string;
  readonly value: unknown;
}

/** An expression that is typed as a vector of these labels, or as a scalar, or as a plain number. */
export type Operand = Built &
  (
    | { readonly type: 'number'; readonly value: number }
    | { readonly type: 'scalar' }
    | { readonly type: 'vector'; readonly labels: LabelSet }
  );

/** `of.name(args)`. */
export function method(of: Built, name: string, args: readonly Built[]): Built {
  const receiver = of.value as Readonly<Record<string, (...args: unknown[]) => unknown>>;
  invariant(typeof receiver[name] === 'function', `\`${of.code}\` has no \`${name}\``);
  return {
    code: `${of.code}.${name}(${args.map(({ code }) => code).join(', ')})`,
    value: receiver[name](...args.map(({ value }) => value)),
  };
}

/** `of.name`. */
export function property(of: Built, name: string): Built {
  const value = (of.value as Readonly<Record<string, unknown>>)[name];
  return { code: `${of.code}${memberAccess(name)}`, value };
}

/** `{ name: value }`, for options. */
export function objectOf(entries: readonly (readonly [string, Built])[]): Built {
  return {
    code: `{ ${entries.map(([name, { code }]) => `${name}: ${code}`).join(', ')} }`,
    value: Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
  };
}

/** Without the parentheses around it. */
export function unwrapped(expr: Expr): Expr {
  return expr.kind === 'paren' ? unwrapped(expr.of) : expr;
}
