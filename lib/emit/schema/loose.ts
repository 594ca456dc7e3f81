/**
 * `T` with every key optional, all the way down: what equals Grafana's default is not written.
 * A `type` keeps its place, because it says which member of a union the rest belongs to.
 */
export type Loose<T> = T extends readonly (infer E)[]
  ? Loose<E>[]
  : T extends object
    ? { [K in keyof T as K extends 'type' ? never : K]?: Loose<T[K]> } & {
        [K in keyof T as K extends 'type' ? K : never]: T[K];
      }
    : T;

/** `T` with the keys of `R` replaced by stricter ones; a key that `T` lacks is added. */
export type Refine<T, R> = Omit<T, keyof R> & R;
