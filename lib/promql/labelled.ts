import type { Expr } from './ast.ts';

/** Any typed expression: what panels and rules read of it. */
export interface Query {
  readonly node: Expr;
}

/**
 * Any scalar, as a parameter. It shares no property with a vector, or TypeScript would explain a mismatch of labels with
 * the properties of a scalar.
 */
export interface AnyScalar {
  readonly isScalar: true;
}

declare const LABELS: unique symbol;

/**
 * Any vector whose series carry the labels `L`, as a parameter. It holds nothing but them, so that the compiler compares
 * two label sets and not the methods of two vectors.
 */
export interface Labelled<in out L extends string> extends Query {
  /** A mark of the type; never there at run time. */
  readonly [LABELS]: (labels: L) => L;
}
