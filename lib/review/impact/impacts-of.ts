import type { Change } from '../change.ts';
import type { DashboardsDiff } from '../dashboard/index.ts';
import type { Side } from '../review.ts';
import { type ReviewedRule, ruleName, type RulesDiff } from '../rules/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { code, listed } from '../wording.ts';
import { deadAlerts } from './alerts.ts';
import { type Impact, impact } from './impact.ts';
import { brokenLinks, lostAddresses } from './links.ts';
import { type Reader, readersOf, readersOfMetric } from './uses.ts';

/** All that was found out about the two sides. */
export interface Compared {
  readonly before: Side;
  readonly after: Side;
  readonly old: Snapshot;
  readonly young: Snapshot;
  readonly dashboards: DashboardsDiff;
  readonly rules: RulesDiff;
  /** Changes of declared metrics. */
  readonly metrics: readonly Change[];
}

/** What the changes do to what did not change. The worst first. */
export function impactsOf(compared: Compared): Impact[] {
  const { before, after, old, young, dashboards, rules, metrics } = compared;
  const readers = readersOf(young);
  return [
    ...deadAlerts(rules.rules, before.envOf, after.envOf),
    ...goneRecordings(rules, readers, compared),
    ...brokenLinks(old, young),
    ...lostAddresses(old.dashboards, young.dashboards, dashboards.panels),
    ...metrics.flatMap((change) => metricReaders(change, readers)),
    ...changedRecordings(rules).flatMap((rule) =>
      touched(
        `${ruleName(rule)}, which changed,`,
        readersOfMetric([rule.name], rule.system, readers),
        rule.system,
      ),
    ),
  ];
}

function touched(what: string, readers: readonly Reader[], system: string | undefined): Impact[] {
  if (readers.length === 0) return [];
  const names = readers.map(({ name }) => name);
  return [impact('touches', system, `${what} is read by ${listed(names)}`, names)];
}

/** Recording rules whose values are others now. */
function changedRecordings({ changes, rules }: RulesDiff): readonly ReviewedRule[] {
  return rules.pairs
    .filter(({ after: { kind, name, system } }) => {
      const isOther = (change: Change) =>
        change.rule === name &&
        change.system === system &&
        /^(?:expression|recording-label)/.test(change.kind);
      return kind === 'record' && changes.some(isOther);
    })
    .map(({ after }) => after);
}

/** What is read and was recorded, and is not any more. */
function goneRecordings(
  { rules }: RulesDiff,
  readers: readonly Reader[],
  { after }: Compared,
): Impact[] {
  const recordings = new Set(
    readers.map(({ records, system }) => `${system ?? ''} ${records ?? ''}`),
  );
  const gone = [...rules.removed, ...rules.pairs.map((pair) => pair.before)].filter(
    ({ kind, name, system }) =>
      kind === 'record' &&
      !recordings.has(`${system ?? ''} ${name}`) &&
      after.envOf(system).metrics(name).length === 0,
  );
  return gone.flatMap(({ name, system }) => {
    const direct = readers.filter((reader) => reader.system === system && reader.metrics.has(name));
    return direct.map((reader) => {
      const what = `reads ${code(name)}, which nothing records any more`;
      const isAlert = reader.rule?.kind === 'alert';
      const message = isAlert
        ? `${reader.name} can no longer fire: it ${what}`
        : `${reader.name} ${what}`;
      return impact(isAlert ? 'cannot-fire' : 'reads-nothing', system, message, [reader.name]);
    });
  });
}

/** Who reads a metric whose declaration changed. */
function metricReaders(
  { kind, path, system, before }: Change,
  readers: readonly Reader[],
): Impact[] {
  if (kind === 'metric-added') return [];
  const [name] = path;
  const metric = name === undefined ? String(before) : name.replace(/^metric `|`$/g, '');
  const names = [metric, ...['bucket', 'sum', 'count'].map((suffix) => `${metric}_${suffix}`)];
  return touched(
    `metric ${code(metric)}, which changed,`,
    readersOfMetric(names, system, readers),
    system,
  );
}
