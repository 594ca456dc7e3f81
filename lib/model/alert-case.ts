import type { DurationLike } from '../catalog/index.ts';
import type { AnyHandle, LabelTypes, Selector } from '../promql/index.ts';
import type { Samples } from './samples.ts';

/** One test of an alert: what is scraped, when it is looked at, and what fires then. */
export interface AlertCase<F = Firing> {
  /** A sentence: `'fires after five minutes above 1000'`. */
  readonly name: string;
  /** The world: one entry a series. What is not given is missing. */
  readonly given: readonly Given[];
  /** Time from the start of the samples. */
  readonly at: DurationLike;
  /** The alerts that fire at that time. Absent or empty: it is quiet. */
  readonly fires?: readonly F[];
}

/** A case in which something fires. */
export interface FiringCase<F = Firing> extends AlertCase<F> {
  readonly fires: readonly [F, ...F[]];
}

/** A case in which nothing fires. */
export interface QuietCase extends AlertCase<never> {
  readonly fires?: readonly [];
}

/** One firing alert. Severity and the other static labels and annotations are filled in. */
export type Firing<
  L extends string = string,
  S extends string = string,
  D extends string = string,
> = {
  /** Labels of the expression's result. */
  readonly labels?: { readonly [K in L]?: string };
} & Rendered<'summary', S> &
  Rendered<'description', D>;

/** The rendered text: what is checked, and required, where the text `T` is a template. */
type Rendered<K extends string, T extends string> = T extends `${string}{{${string}`
  ? { readonly [P in K]: string }
  : { readonly [P in K]?: string };

/** One series of the world. */
export interface Given {
  readonly selector: Selector;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: Samples;
}

/**
 * A series of a metric. Labels that are not given take what the metric's selector matches with `=`, then the first
 * declared value; a label of open values takes its own name, so `instance="instance"`.
 *
 * @example
 * given(m.invaders_bot_api_calls_total, { result: 'error' }, rising(0.5))
 */
export function given<A extends LabelTypes>(
  handle: AnyHandle<A>,
  labels: { readonly [K in keyof NoInfer<A>]?: NoInfer<A>[K] },
  samples: Samples,
): Given {
  const entries = Object.entries<string | undefined>(labels);
  return {
    selector: handle.selector,
    labels: Object.fromEntries(entries.flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))),
    samples,
  };
}
