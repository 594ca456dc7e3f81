import type { DurationLike } from '../catalog/index.ts';
import type { AnyHandle, LabelTypes, Selector } from '../promql/index.ts';
import type { Distribution } from './distribution.ts';
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

/**
 * One firing alert. Severity and the other static labels and annotations are filled in. With a `value` the texts are
 * rendered from it and the labels; without, a text that is a template has to be written out.
 */
export type Firing<
  L extends string = string,
  S extends string = string,
  D extends string = string,
> = {
  /** Labels of the expression's result. */
  readonly labels?: { readonly [K in L]?: string };
} & (ByText<S, D> | ByValue);

type ByText<S extends string, D extends string> = {
  readonly value?: undefined;
} & Rendered<'summary', S> &
  Rendered<'description', D>;

interface ByValue {
  /** What the expression returns then, to nine digits. */
  readonly value: number;
  readonly summary?: string;
  readonly description?: string;
}

/** The rendered text: what is checked, and required, where the text `T` is a template. */
type Rendered<K extends string, T extends string> = T extends `${string}{{${string}`
  ? { readonly [P in K]: string }
  : { readonly [P in K]?: string };

/** A case that dashc derives from the first firing one: just beside the threshold, or beside the end of `for`. */
export type EdgeName = 'below' | 'at' | 'above' | 'before' | 'after';

/** Derived cases that are not run. */
export interface EdgeOptions {
  readonly off: readonly {
    readonly edge: EdgeName;
    /** Why the derived case says nothing about this alert. */
    readonly reason: string;
  }[];
}

/** One series of the world, or all series of one histogram. */
export interface Given {
  readonly selector: Selector;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: Samples | Distribution;
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
  return { selector: handle.selector, labels: present(labels), samples };
}

/**
 * All series of a classic histogram: every declared bucket, the sum and the count, which agree at every moment.
 *
 * @example
 * observed(m.http_request_duration_seconds, { route: '/' }, distribution({ p50: '200ms', p99: '3s' }, 10))
 */
export function observed<A extends LabelTypes>(
  handle: AnyHandle<A> & { readonly metricKind: 'histogram' },
  labels: { readonly [K in keyof NoInfer<A>]?: NoInfer<A>[K] },
  samples: Distribution,
): Given {
  return { selector: handle.selector, labels: present(labels), samples };
}

function present(
  labels: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(labels);
  return Object.fromEntries(entries.flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
}
