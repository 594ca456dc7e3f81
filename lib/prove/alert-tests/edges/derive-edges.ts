import { Duration } from '../../../catalog/index.ts';
import { inputSeries, type TestCase } from '../../../emit/index.ts';
import { print } from '../../../promql/index.ts';
import type { Bench, World } from '../bench.ts';
import type { Condition } from '../conditions.ts';
import { firingProbe } from '../firing-probe.ts';
import type { CaseRun } from '../run-case.ts';
import type { Subject } from '../subject.ts';
import { holds } from '../verdicts.ts';
import type { EdgeCase, Edges, MissingEdge } from './edge.ts';
import { leverOf } from './lever.ts';
import { ThresholdSearch } from './threshold-search.ts';

/** An alert with its cases as they ran. */
export interface RunSubject {
  readonly subject: Subject;
  readonly runs: readonly CaseRun[];
}

/** Derives and runs the edges of several alerts, all of them in each call. */
export async function deriveEdges(
  subjects: readonly RunSubject[],
  bench: Bench,
): Promise<readonly Edges[]> {
  const searches = subjects.map(({ subject, runs }) => startSearches(subject, runs));
  const [durations] = await Promise.all([
    runDurations(subjects, bench),
    search(
      searches.flatMap(({ running }) => running),
      bench,
    ),
  ]);
  return searches.map(({ running, missing }, index) => {
    const found = running.map((each) => each.result);
    const own = durations[index];
    return {
      cases: [...found.flatMap(({ cases }) => cases), ...(own?.cases ?? [])],
      missing: [...missing, ...found.flatMap((each) => each.missing), ...(own?.missing ?? [])],
    };
  });
}

/** All searches go on together, a round a time. */
async function search(searches: readonly ThresholdSearch[], bench: Bench): Promise<void> {
  let open = searches;
  while (open.length > 0) {
    const asked = open.map((each) => ({ each, worlds: each.next() }));
    const worlds = asked.flatMap((one) => one.worlds);
    const outcomes = await bench.runAll(worlds, Math.ceil(worlds.length / bench.jobs));
    let at = 0;
    for (const one of asked) {
      one.each.take(outcomes.slice(at, at + one.worlds.length));
      at += one.worlds.length;
    }
    open = asked.filter((one) => one.worlds.length > 0).map((one) => one.each);
  }
}

interface Searches {
  readonly running: readonly ThresholdSearch[];
  readonly missing: readonly MissingEdge[];
}

function startSearches(subject: Subject, runs: readonly CaseRun[]): Searches {
  const running: ThresholdSearch[] = [];
  const missing: MissingEdge[] = subject.underivable.flatMap(({ node, reason }) =>
    none(print(node), reason),
  );
  for (const [index, condition] of subject.conditions.entries()) {
    const found = searchOf(subject, condition, index, runs);
    if (typeof found === 'string') missing.push(...none(print(condition.node), found));
    else running.push(found);
  }
  return { running, missing };
}

function none(condition: string, reason: string): readonly MissingEdge[] {
  return (['below', 'at', 'above'] as const).map((edge) => ({
    edge,
    condition,
    reason,
    off: false,
  }));
}

/**
 * From the first firing case in which the condition has a value that a lever moves; what keeps an alert quiet may have
 * one in a quiet case only.
 */
function searchOf(
  subject: Subject,
  condition: Condition,
  index: number,
  runs: readonly CaseRun[],
): ThresholdSearch | string {
  if (subject.alert.keepFiringFor !== undefined) {
    return '`keepFiringFor` holds the alert after its condition';
  }
  const { metrics } = subject.system;
  const recordings = subject.test.recordings.map(({ rule }) => rule);
  let reason = 'no case fires';
  const quiet = condition.inverted ? runs.filter((run) => !firingRuns(runs).includes(run)) : [];
  for (const run of [...firingRuns(runs), ...quiet]) {
    const start = run.values[index];
    if (!condition.inverted && (start === undefined || !holds(condition, start))) {
      reason = 'no firing case reaches it';
      continue;
    }
    const lever = leverOf(condition.value, run.test.series, recordings, metrics, start);
    if (typeof lever === 'string') {
      reason = lever;
      continue;
    }
    return new ThresholdSearch(subject, condition, run.test, lever, start);
  }
  return reason;
}

function firingRuns(runs: readonly CaseRun[]): readonly CaseRun[] {
  return runs.filter(({ test }) => test.expected.length > 0);
}

/** The moment at which the first firing case begins to fire, and the evaluation before it. */
async function runDurations(
  subjects: readonly RunSubject[],
  bench: Bench,
): Promise<readonly Edges[]> {
  const planned = subjects.map(({ subject, runs }) => durationEdges(subject, runs));
  const worlds = planned.flatMap(({ cases: [first] }) =>
    first === undefined ? [] : [first.world],
  );
  const outcomes = await bench.runAll(worlds, Math.ceil(worlds.length / bench.jobs));
  return planned.map(({ cases, missing }) => ({
    missing,
    cases: cases.map((edge) => {
      const { probes = [] } = outcomes[worlds.indexOf(edge.world)] ?? {};
      return { ...edge, fired: (probes[edge.probe] ?? []).length > 0 };
    }),
  }));
}

const MOMENTS = ['before', 'after'] as const;

function durationEdges(subject: Subject, runs: readonly CaseRun[]): Edges {
  const { alert } = subject;
  const [run] = firingRuns(runs);
  if (alert.for === undefined || alert.for.milliseconds === 0 || run === undefined) {
    return { cases: [], missing: [] };
  }
  const off = MOMENTS.flatMap((edge): MissingEdge[] => {
    const reason = alert.edges?.off.find((each) => each.edge === edge)?.reason;
    return reason === undefined ? [] : [{ edge, reason, off: true }];
  });
  const wanted = MOMENTS.filter((edge) => off.every((each) => each.edge !== edge));
  if (run.firstFiring === undefined) {
    const reason = 'the first firing case does not fire';
    return {
      cases: [],
      missing: [...off, ...wanted.map((edge) => ({ edge, reason, off: false }))],
    };
  }
  return { cases: momentCases(subject, run.test, wanted, run.firstFiring), missing: off };
}

/** @param firing seconds from the start */
function momentCases(
  { slice, test, alert }: Subject,
  { series, name }: TestCase,
  wanted: readonly (typeof MOMENTS)[number][],
  firing: number,
): readonly EdgeCase[] {
  const { interval } = test;
  const after = Duration.seconds(firing);
  const before = Duration.milliseconds(after.milliseconds - interval.milliseconds);
  const world: World = {
    slice,
    interval,
    group: {
      name: alert.name,
      interval: String(interval),
      input_series: inputSeries(series, interval, after),
    },
    probes: [before, after].map((at) => ({ expr: firingProbe(alert.name), at: String(at) })),
  };
  const hold = String(alert.for);
  return wanted.map((edge) => ({
    edge,
    title:
      edge === 'after'
        ? `fires at ${String(after)}, when it has held for ${hold}`
        : `is quiet at ${String(before)}, ${String(interval)} before it has held for ${hold}`,
    from: name,
    fires: edge === 'after',
    fired: false,
    world,
    probe: edge === 'after' ? 1 : 0,
  }));
}
