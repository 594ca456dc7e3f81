import type { Labelled } from './labelled.ts';
import type { GroupLeft, GroupRight, Ignoring, On } from './matching.ts';
import type { TypeError } from './type-error.ts';

/**
 * What may stand on the right of a binary operator whose left side carries `L`.
 *
 * A conditional in the place of the parameter's type: TypeScript infers `R` through it, and a mismatch is reported as
 * one line that names the labels.
 */
export type Operand<L extends string, R extends string, M> = [M] extends [undefined]
  ? SameLabels<
      L,
      R,
      'label sets differ: aggregate both sides to the same labels, or pass on(...) / ignoring(...)'
    >
  : [Mismatch<L, R, M>] extends [never]
    ? Labelled<R>
    : Mismatch<L, R, M>;

/** What may stand on the right of `or`: vectors of the same labels, or the result has two shapes. */
export type OrOperand<L extends string, R extends string> = SameLabels<
  L,
  R,
  'the branches of `or` carry different labels: aggregate both to the same, or use orMixed'
>;

/**
 * Two conditionals without another around them, so that TypeScript sees that `SameLabels<K, K>` holds in generic helpers;
 * the error type is written out in each branch, because an alias would hide its text.
 */
type SameLabels<L extends string, R extends string, Message extends string> = [L] extends [R]
  ? [R] extends [L]
    ? Labelled<R>
    : TypeError<Message, `only right: ${Exclude<R, L>}`>
  : TypeError<Message, `only left: ${Exclude<L, R>}` | `only right: ${Exclude<R, L>}`>;

/** The labels of the result of a binary operator between vectors that carry `L` and `R`. */
export type BinaryLabels<L extends string, R extends string, M> = [M] extends [undefined]
  ? L
  : M extends On<infer K>
    ? K
    : M extends Ignoring<infer K>
      ? Exclude<L, K>
      : M extends GroupLeft<unknown, infer I>
        ? L | I
        : M extends GroupRight<unknown, infer I>
          ? R | I
          : L;

/** Why the sides never match under `M`, or `never` where they can. */
type Mismatch<L extends string, R extends string, M> =
  M extends GroupLeft<infer Key, infer I>
    ? [I] extends [R]
      ? KeyMismatch<L, R, Key>
      : TypeError<'group_left includes a label that the right side does not carry', Exclude<I, R>>
    : M extends GroupRight<infer Key, infer I>
      ? [I] extends [L]
        ? KeyMismatch<L, R, Key>
        : TypeError<'group_right includes a label that the left side does not carry', Exclude<I, L>>
      : KeyMismatch<L, R, M>;

type KeyMismatch<L extends string, R extends string, Key> =
  Key extends On<infer K>
    ? [K] extends [L]
      ? [K] extends [R]
        ? never
        : TypeError<'on(...) names a label that the right side does not carry', Exclude<K, R>>
      : TypeError<'on(...) names a label that the left side does not carry', Exclude<K, L>>
    : Key extends Ignoring<infer K>
      ? RestMismatch<Exclude<L, K>, Exclude<R, K>>
      : never;

type RestMismatch<L extends string, R extends string> = [L] extends [R]
  ? [R] extends [L]
    ? never
    : TypeError<'label sets still differ with ignoring(...)', `only right: ${Exclude<R, L>}`>
  : TypeError<
      'label sets still differ with ignoring(...)',
      `only left: ${Exclude<L, R>}` | `only right: ${Exclude<R, L>}`
    >;
