/**
 * What may be written where the Foundation SDK's type says `T`: every key may be absent, because what equals Grafana's
 * default is left out, and an enum is written as its value.
 */
export type Json<T> = T extends boolean | null | undefined
  ? T
  : T extends string
    ? `${T}`
    : T extends number
      ? number
      : T extends readonly (infer E)[]
        ? readonly Json<E>[]
        : T extends object
          ? { readonly [K in keyof T]?: Json<T[K]> | undefined }
          : T;

/** JSON that is not written yet: a key whose value is `undefined` is left out. */
export type JsonDraft =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly JsonDraft[]
  | { readonly [key: string]: JsonDraft };
