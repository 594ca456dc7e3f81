import { Duration, type DurationLike, type Severity } from '../catalog/index.ts';
import { type Site, siteOf } from '../diagnostics/index.ts';
import type { AnnotationText, Expr, Labelled, Query } from '../promql/index.ts';
import type { AlertCase, EdgeOptions, Firing, FiringCase, QuietCase } from './alert-case.ts';
import type { AllowHere } from './allow.ts';

export type AlertSeverity = Severity;

/** What the person on call reads. Markdown; each becomes a section of RUNBOOK.md. */
export interface Runbook {
  /** What the alert says about the world, in words. */
  readonly meaning: string;
  /** Who notices, and what breaks while it lasts. */
  readonly impact: string;
  /** Steps that find the cause, in order. */
  readonly diagnosis: readonly string[];
  /** Steps that end it, safest first. */
  readonly mitigation: readonly string[];
}

/** What an author writes. `L` are the labels of the expression. */
export interface AlertSpec<L extends string, S extends string, D extends string> {
  /** CamelCase; unique in the system. */
  readonly name: string;
  /** Fires for every series that it returns. Ranges are durations, not Grafana variables. */
  readonly expr: Labelled<L>;
  /** How long it must hold without a gap. Default: fires at once. */
  readonly for?: DurationLike;
  readonly keepFiringFor?: DurationLike;
  readonly severity: AlertSeverity;
  /** Added to `severity` and to the group's labels; static text. */
  readonly labels?: Readonly<Record<string, string>>;
  /** One line, with `{{ $labels.x }}` and `{{ $value }}`. */
  readonly summary: AnnotationText<S, L>;
  readonly description: AnnotationText<D, L>;
  readonly runbook: Runbook;
  /** An alert that is not shown to fire, and to stay quiet just before it would, does not compile. */
  readonly cases: readonly [
    fires: FiringCase<Firing<NoInfer<L>, NoInfer<S>, NoInfer<D>>>,
    quiet: QuietCase,
    ...more: AlertCase<Firing<NoInfer<L>, NoInfer<S>, NoInfer<D>>>[],
  ];
  /** The derived cases that make no sense here. Default: all are run. */
  readonly edges?: EdgeOptions;
  /** Findings about it that are known and stay for a while. */
  readonly allow?: readonly AllowHere[];
}

/** An alerting rule with its tests and its runbook entry. Immutable. */
export interface Alert<L extends string = string> extends Query {
  readonly kind: 'alert';
  readonly name: string;
  /** The whole condition, as the rule has it. */
  readonly node: Expr;
  /** The labels that it fires with. A mark of the type; never there at run time. */
  readonly labelNames?: L;
  readonly for?: Duration;
  readonly keepFiringFor?: Duration;
  readonly severity: AlertSeverity;
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: string;
  /**
   * Present: the rule has exactly these annotations and exactly `labels`, because it came from elsewhere; `summary` and
   * `description` are two of them, and there is no runbook.
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Texts besides these two, where it was read from a rule file: templates as well. */
  readonly otherTexts?: Readonly<Record<string, string>>;
  readonly runbook: Runbook;
  readonly cases: readonly AlertCase[];
  readonly edges?: EdgeOptions;
  /** The text that `node` was read from; absent where it was built. */
  readonly source?: string;
  readonly allow?: readonly AllowHere[];
  readonly site?: Site;
}

/**
 * Defines an alert.
 *
 * @example
 * export const queueBacklog = alert({
 *   name: 'FlashcastrQueueBacklog',
 *   expr: m.invaders_consumer_queue_depth.minOverTime('15m').gt(1000),
 *   for: '5m',
 *   severity: 'warning',
 *   summary: 'RabbitMQ backlog above 1000 for 15 minutes',
 *   description: 'The depth never dropped below {{ $value }}.',
 *   runbook: { meaning: '…', impact: '…', diagnosis: ['…'], mitigation: ['…'] },
 *   cases: [
 *     { name: 'fires above 1000', given: [given(m.invaders_consumer_queue_depth, {}, constant(1001))], at: '20m',
 *       fires: [{ description: 'The depth never dropped below 1001.' }] },
 *     { name: 'quiet at 1000', given: [given(m.invaders_consumer_queue_depth, {}, constant(1000))], at: '20m' },
 *   ],
 * });
 */
export function alert<L extends string, const S extends string, const D extends string>(
  spec: AlertSpec<L, S, D>,
): Alert<L> {
  const site = siteOf(alert);
  return Object.freeze({
    kind: 'alert',
    name: spec.name,
    node: spec.expr.node,
    ...(spec.for === undefined ? {} : { for: Duration.of(spec.for) }),
    ...(spec.keepFiringFor === undefined ? {} : { keepFiringFor: Duration.of(spec.keepFiringFor) }),
    severity: spec.severity,
    labels: spec.labels ?? {},
    summary: spec.summary as string,
    description: spec.description as string,
    runbook: spec.runbook,
    cases: spec.cases,
    ...(spec.edges === undefined ? {} : { edges: spec.edges }),
    ...(spec.allow === undefined ? {} : { allow: spec.allow }),
    ...(site === undefined ? {} : { site }),
  } satisfies Alert<L>);
}
