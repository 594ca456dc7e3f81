import type { Metric } from '../../catalog/index.ts';
import { isBad, singular, wordsOf } from './name-words.ts';

/** What a metric's flow is a share of, by names and labels. */
export interface WholeOf {
  readonly name: string;
  readonly share: number;
}

/** Of what goes on, so much fails where nobody says more. */
const FAILING = 0.004;

/**
 * Failures are failures of something, and what a histogram observes is often counted as well: finds the counter that has
 * the most words of the name in common.
 *
 * @example
 * messages_failed_total                 -> { name: 'messages_received_total', share: 0.004 }
 * http_request_duration_seconds         -> { name: 'http_requests_total', share: 1 }
 */
export function wholeOf(metric: Metric, among: readonly Metric[]): WholeOf | undefined {
  const counters = among.filter(
    ({ kind, name, labels }) => kind === 'counter' && !isBad(name) && !('le' in labels),
  );
  if (metric.kind === 'counter') {
    return isBad(metric.name) && metric.healthy === undefined
      ? failuresOf(metric, counters)
      : undefined;
  }
  const counter = observationsOf(metric, counters);
  return counter === undefined ? undefined : { name: counter.name, share: 1 };
}

function failuresOf(metric: Metric, counters: readonly Metric[]): WholeOf | undefined {
  const words = wordsOf(metric.name);
  const common = ({ name, unit }: Metric) =>
    sameStart(words, wordsOf(name)) + (unit === metric.unit ? 0.5 : 0);
  const best = most(counters, common);
  return best === undefined || common(best) < 1 ? undefined : { name: best.name, share: FAILING };
}

function observationsOf(metric: Metric, counters: readonly Metric[]): Metric | undefined {
  const stem = wordsOf(
    metric.name.replace(/_(?:duration|latency|size|seconds|bytes|usec|highr)(?=_|$).*$/, ''),
  );
  const sameThing = counters.filter(({ name, labels }) => {
    const words = wordsOf(name);
    return (
      sameStart(stem, words) === stem.length &&
      words.length <= stem.length + 2 &&
      Object.keys(metric.labels).every((label) => label in labels)
    );
  });
  return most(sameThing, ({ name }) => -wordsOf(name).length);
}

function sameStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((word, i) => singular(word) !== singular(b[i] ?? ''));
  return different === -1 ? a.length : different;
}

function most(metrics: readonly Metric[], by: (metric: Metric) => number): Metric | undefined {
  return metrics.reduce<Metric | undefined>(
    (best, each) => (best === undefined || by(each) > by(best) ? each : best),
    undefined,
  );
}
