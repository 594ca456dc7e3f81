import { recordingsOf } from '../../emit/index.ts';
import type { System } from '../../model/index.ts';
import type { Bench } from './bench.ts';
import { type AlertCoverage, alertCoverage, type Coverage, systemCoverage } from './coverage.ts';
import { deriveEdges, type Edges } from './edges/index.ts';
import { type CaseRun, caseRun, caseWorld } from './run-case.ts';
import { type Subject, subjectsOf } from './subject.ts';

/** One alert with its cases and edges as they ran. */
export interface TestedAlert {
  readonly subject: Subject;
  readonly runs: readonly CaseRun[];
  readonly edges: Edges;
  readonly coverage: AlertCoverage;
}

export interface TestedSystem {
  readonly system: System;
  readonly alerts: readonly TestedAlert[];
  readonly coverage: Coverage;
}

/** Runs all cases of these systems in one call of promtool, then those that are derived from them. */
export async function testAlerts(
  systems: readonly System[],
  bench: Bench,
): Promise<readonly TestedSystem[]> {
  const subjects = systems.flatMap(subjectsOf);
  const runs = await runCases(subjects, bench);
  const ran = subjects.map((subject, index) => ({ subject, runs: runs[index] ?? [] }));
  const edges = await deriveEdges(ran, bench);
  const alerts = ran.map((each, index) => ({
    ...each,
    edges: edges[index] ?? { cases: [], missing: [] },
    coverage: alertCoverage(each.subject, each.runs),
  }));
  return systems.map((system) => {
    const own = alerts.filter(({ subject }) => subject.system === system);
    const recordings = recordingsOf(system).map(({ rule }) => rule.name);
    return { system, alerts: own, coverage: systemCoverage(own, recordings) };
  });
}

async function runCases(
  subjects: readonly Subject[],
  bench: Bench,
): Promise<readonly (readonly CaseRun[])[]> {
  const worlds = subjects.flatMap((subject) =>
    subject.test.cases.map((test) => caseWorld(subject, test)),
  );
  const outcomes = await bench.run(worlds);
  let at = 0;
  return subjects.map((subject) =>
    subject.test.cases.map((test) =>
      caseRun(subject, test, outcomes[at++] ?? { alerts: [], values: [], probes: [] }),
    ),
  );
}
