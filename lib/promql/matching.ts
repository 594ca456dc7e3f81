import type { Matching } from './ast.ts';

/** What `on(…)`, `ignoring(…)` and their group modifiers have in common. */
export interface AnyMatch {
  readonly matching: Matching;
}

/** `on(labels)`: the two sides match where these labels are equal. */
export interface On<K extends string> extends AnyMatch {
  readonly on: readonly K[];
  /** Many series on the left for one on the right; `include` copies labels from the right. */
  groupLeft<I extends string = never>(...include: I[]): GroupLeft<On<K>, I>;
  /** One series on the left for many on the right; `include` copies labels from the left. */
  groupRight<I extends string = never>(...include: I[]): GroupRight<On<K>, I>;
}

/** `ignoring(labels)`: the two sides match where all other labels are equal. */
export interface Ignoring<K extends string> extends AnyMatch {
  readonly ignoring: readonly K[];
  /** Many series on the left for one on the right; `include` copies labels from the right. */
  groupLeft<I extends string = never>(...include: I[]): GroupLeft<Ignoring<K>, I>;
  /** One series on the left for many on the right; `include` copies labels from the left. */
  groupRight<I extends string = never>(...include: I[]): GroupRight<Ignoring<K>, I>;
}

/** `group_left(include)` after the match `Key`. */
export interface GroupLeft<Key, I extends string> extends AnyMatch {
  readonly groupLeft: Key;
  readonly include: readonly I[];
}

/** `group_right(include)` after the match `Key`. */
export interface GroupRight<Key, I extends string> extends AnyMatch {
  readonly groupRight: Key;
  readonly include: readonly I[];
}

/**
 * Matches two vectors on these labels only; `on()` matches everything with everything.
 *
 * @example
 * a.div(b, on('job')) // a / on (job) b
 */
export function on<K extends string = never>(...labels: K[]): On<K> {
  const matching: Matching = { kind: 'on', labels };
  const self: On<K> = {
    matching,
    on: labels,
    groupLeft: (...include) => ({
      ...grouped(matching, 'left', include),
      groupLeft: self,
      include,
    }),
    groupRight: (...include) => ({
      ...grouped(matching, 'right', include),
      groupRight: self,
      include,
    }),
  };
  return self;
}

/**
 * Matches two vectors on all labels but these.
 *
 * @example
 * a.div(b.sumWithout('code'), ignoring('code').groupLeft()) // a / ignoring (code) group_left () sum without (code) (b)
 */
export function ignoring<K extends string>(...labels: K[]): Ignoring<K> {
  const matching: Matching = { kind: 'ignoring', labels };
  const self: Ignoring<K> = {
    matching,
    ignoring: labels,
    groupLeft: (...include) => ({
      ...grouped(matching, 'left', include),
      groupLeft: self,
      include,
    }),
    groupRight: (...include) => ({
      ...grouped(matching, 'right', include),
      groupRight: self,
      include,
    }),
  };
  return self;
}

function grouped(matching: Matching, side: 'left' | 'right', include: readonly string[]): AnyMatch {
  return { matching: { ...matching, group: { side, include } } };
}
