import { Duration, type DurationLike } from '../catalog/index.ts';
import { siteOf } from '../diagnostics/index.ts';
import type { Query } from '../promql/index.ts';
import type { AlertCase } from './alert-case.ts';
import type { Alert, AlertSeverity } from './alert.ts';

/** What a rule file says of an alert. */
export interface PlainAlertSpec {
  readonly name: string;
  readonly expr: Query;
  /** How long it must hold without a gap. Default: fires at once. */
  readonly for?: DurationLike;
  readonly keepFiringFor?: DurationLike;
  /** All of them, `severity` too; templates. */
  readonly labels?: Readonly<Record<string, string>>;
  /** All of them; templates. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Tests. A firing alert needs its `value` where a text is a template. */
  readonly cases?: readonly AlertCase[];
}

/**
 * An alert that is emitted as it stands: no label, annotation or runbook is added or asked for. For rules that were
 * imported, until somebody makes an `alert` of them.
 *
 * @example
 * export const watchdog = plainAlert({
 *   name: 'Watchdog',
 *   expr: vector(1),
 *   labels: { severity: 'none' },
 *   annotations: { summary: 'Always fires, so that its absence is noticed.' },
 * });
 */
export function plainAlert(spec: PlainAlertSpec): Alert {
  const site = siteOf(plainAlert);
  const { labels = {}, annotations = {} } = spec;
  const { summary = '', description = '', ...otherTexts } = annotations;
  return Object.freeze({
    kind: 'alert',
    name: spec.name,
    node: spec.expr.node,
    ...(spec.for === undefined ? {} : { for: Duration.of(spec.for) }),
    ...(spec.keepFiringFor === undefined ? {} : { keepFiringFor: Duration.of(spec.keepFiringFor) }),
    // Prometheus takes any text.
    severity: (labels.severity ?? '') as AlertSeverity,
    labels,
    summary,
    description,
    ...(Object.keys(otherTexts).length === 0 ? {} : { otherTexts }),
    annotations,
    runbook: { meaning: '', impact: '', diagnosis: [], mitigation: [] },
    cases: spec.cases ?? [],
    ...(site === undefined ? {} : { site }),
  } satisfies Alert);
}
