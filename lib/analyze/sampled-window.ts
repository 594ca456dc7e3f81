import { Duration } from '../catalog/index.ts';
import type { System } from '../model/index.ts';
import type { Call, Selector } from '../promql/index.ts';
import type { AnalyzedExpression } from './analysis.ts';
import { declaredMetrics } from './declared-metrics.ts';
import { vectorArgument } from './kind-text.ts';
import { neededNames } from './needed-names.ts';
import { once } from './once.ts';

/** A call that needs two samples, and the window in which it looks for them. */
export interface SampledWindow {
  readonly call: Call;
  readonly milliseconds: number;
  /** How often there is a sample, in milliseconds. */
  readonly interval: number;
  /** Somebody has said it of these series. */
  readonly isDeclared: boolean;
}

/** Of one expression, in order; without windows that Grafana chooses. */
export function sampledWindows(expression: AnalyzedExpression, system: System): SampledWindow[] {
  return expression.nodesOf('call').flatMap((call): SampledWindow[] => {
    const window = NEEDS_TWO.has(call.func) ? windowOf(call) : undefined;
    if (window === undefined) return [];
    return [{ call, milliseconds: window.milliseconds, ...intervalOf(window.of, system) }];
  });
}

const NEEDS_TWO: ReadonlySet<string> = new Set([
  ...['rate', 'irate', 'increase', 'delta', 'idelta', 'deriv', 'predict_linear'],
  ...['double_exponential_smoothing', 'holt_winters'],
]);

function windowOf(
  call: Call,
): { readonly milliseconds: number; readonly of: Selector } | undefined {
  const arg = vectorArgument(call);
  if (arg?.kind !== 'matrix' || arg.range.kind !== 'duration') return undefined;
  return { milliseconds: arg.range.milliseconds, of: arg.of };
}

/** How often there is a sample, in milliseconds: of several jobs, that of the one which is scraped most often. */
function intervalOf(
  selector: Selector,
  system: System,
): { readonly interval: number; readonly isDeclared: boolean } {
  const { prometheus } = system.stack;
  const metrics = declaredMetrics(system, selector);
  const scraped = metrics.flatMap(({ scrapeInterval }) => scrapeInterval?.milliseconds ?? []);
  if (scraped.length > 0) return { interval: Math.min(...scraped), isDeclared: true };
  const recorded = recordedEvery(system).get(selector.name);
  if (recorded !== undefined) return { interval: recorded, isDeclared: true };
  return { interval: Duration.of(prometheus.scrapeInterval).milliseconds, isDeclared: false };
}

/** The shortest interval of the groups that record a name. */
const recordedEvery = once(({ groups, stack }: System): ReadonlyMap<string | undefined, number> => {
  const byName = new Map<string, number>();
  for (const { value } of groups) {
    const interval = Duration.of(value.interval ?? stack.prometheus.evaluationInterval);
    for (const rule of value.rules) {
      // A rule that needs the series itself adds to one that is scraped.
      if (rule.kind !== 'record' || neededNames(rule.node).has(rule.name)) continue;
      const known = byName.get(rule.name) ?? Infinity;
      byName.set(rule.name, Math.min(known, interval.milliseconds));
    }
  }
  return byName;
});
