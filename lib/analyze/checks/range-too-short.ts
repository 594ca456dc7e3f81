import { Duration } from '../../catalog/index.ts';
import type { System } from '../../model/index.ts';
import { type Call, printDuration, type Selector } from '../../promql/index.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';
import { vectorArgument } from '../kind-text.ts';
import { neededNames } from '../needed-names.ts';
import { once } from '../once.ts';

export default defineCheck({
  code: 'range/too-short',
  severity: 'error',
  docs: {
    summary: 'Require windows that hold at least two samples',
    why: 'A rate needs two samples: of one alone there is no result, without an error.',
    bad: 'promql`rate(requests_total[10s])`',
    good: 'promql`rate(requests_total[1m])`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('call')) {
        if (!NEEDS_TWO.has(node.func)) continue;
        const window = windowOf(node);
        if (window === undefined) continue;
        const { milliseconds, of } = window;
        const { interval, isDeclared } = intervalOf(of, system);
        if (milliseconds >= 2 * interval) continue;
        const never = milliseconds < interval;
        const every = `a sample every \`${printDuration(interval)}\``;
        report({
          ...(never && isDeclared ? {} : { severity: 'warning' }),
          message: `\`${node.func}\` needs two samples, but \`${printDuration(milliseconds)}\` ${never ? 'never holds' : 'does not always hold'} more than one: there is ${every}`,
          hint: `\`[${printDuration(4 * interval)}]\`, which survives a failed scrape`,
          where: expression.where(node),
        });
      }
    }
  },
});

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
