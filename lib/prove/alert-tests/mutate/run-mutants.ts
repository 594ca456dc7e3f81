import { testGroup } from '../../../emit/index.ts';
import type { Bench, Outcome, World } from '../bench.ts';
import type { Edges } from '../edges/index.ts';
import { sliceOf, type Subject } from '../subject.ts';
import type { TestedAlert, TestedSystem } from '../test-alerts.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/** What became of the mutants of a system. */
export interface MutatedSystem {
  readonly name: string;
  readonly killed: number;
  readonly survivors: readonly { readonly mutant: Mutant; readonly alert: string }[];
  /** Mutants that were proved to be the same rule, and were not run. */
  readonly equivalent: readonly { readonly mutant: Mutant; readonly alert: string }[];
}

/** Of those that a test may kill; 1 where there is none. */
export function scoreOf({ killed, survivors }: MutatedSystem): number {
  const all = killed + survivors.length;
  return all === 0 ? 1 : killed / all;
}

export interface MutationProgress {
  readonly started: (mutants: number) => void;
  readonly decided: (mutants: number) => void;
}

/** Tests in a call: some dozens make starting promtool cheap, and keep the progress moving. */
const CALL = 60;

/** A mutant on trial. */
interface Trial {
  readonly system: string;
  readonly alert: string;
  readonly mutant: Mutant;
  /** By test, the likeliest to kill first. */
  readonly tests: readonly ((slice: World['slice']) => Check)[];
  readonly slice: World['slice'];
}

interface Check {
  readonly world: World;
  /** Whether the test notices that the rule is another. */
  readonly kills: (outcome: Outcome) => boolean;
}

/** Runs the tests of every alert against every mutant of it, until one fails. */
export async function runMutants(
  systems: readonly TestedSystem[],
  bench: Bench,
  progress: MutationProgress,
): Promise<readonly MutatedSystem[]> {
  const all = systems.map(({ system, alerts }) => ({
    name: system.name,
    mutants: alerts.flatMap((tested) =>
      mutantsOf(tested.subject).map((mutant) => ({ mutant, tested })),
    ),
  }));
  const trials = all.flatMap(({ name, mutants }) =>
    mutants
      .filter(({ mutant }) => mutant.equivalent === undefined)
      .map(({ mutant, tested }) => trialOf(name, mutant, tested)),
  );
  progress.started(trials.length);
  const survivors = new Set(await survivorsOf(trials, bench, progress));
  return all.map(({ name, mutants }) => {
    const own = trials.filter(({ system }) => system === name);
    const alive = own.filter((trial) => survivors.has(trial));
    return {
      name,
      killed: own.length - alive.length,
      survivors: alive.map(({ mutant, alert }) => ({ mutant, alert })),
      equivalent: mutants
        .filter(({ mutant }) => mutant.equivalent !== undefined)
        .map(({ mutant, tested }) => ({ mutant, alert: tested.subject.alert.name })),
    };
  });
}

/** Rounds of growing size: most mutants die of their first tests, and the others have to pass all of them. */
async function survivorsOf(
  trials: readonly Trial[],
  bench: Bench,
  progress: MutationProgress,
): Promise<readonly Trial[]> {
  let alive = trials;
  let from = 0;
  for (const count of [1, 2, 4, Infinity]) {
    const checks = alive.flatMap((trial) =>
      trial.tests.slice(from, from + count).map((test) => ({ trial, ...test(trial.slice) })),
    );
    const outcomes = await bench.runAll(
      checks.map(({ world }) => world),
      CALL,
    );
    const dead = new Set(
      checks.flatMap(({ trial, kills }, index) => {
        const outcome = outcomes[index];
        return outcome !== undefined && kills(outcome) ? [trial] : [];
      }),
    );
    const left = alive.filter((trial) => !dead.has(trial));
    const undecided = left.filter(({ tests }) => tests.length > from + count);
    progress.decided(alive.length - left.length);
    from += count;
    // Those that have passed all of their tests stay: slices of them are empty from here on.
    alive = left;
    if (undecided.length === 0) break;
  }
  progress.decided(alive.length);
  return alive;
}

function trialOf(system: string, mutant: Mutant, { subject, edges }: TestedAlert): Trial {
  const { test, context, alert } = subject;
  const [first, ...more] = caseChecks(subject);
  return {
    system,
    alert: alert.name,
    mutant,
    slice: sliceOf(test, context, mutant),
    tests: [...(first === undefined ? [] : [first]), ...edgeChecks(edges), ...more],
  };
}

function edgeChecks({ cases }: Edges): Trial['tests'] {
  return [...new Set(cases.map(({ world }) => world))].map((world) => (slice) => ({
    world: { ...world, slice },
    kills: ({ probes, error }) =>
      error !== undefined ||
      cases.some(
        (edge) => edge.world === world && edge.fires !== (probes[edge.probe] ?? []).length > 0,
      ),
  }));
}

function caseChecks(subject: Subject): Trial['tests'] {
  const { test } = subject;
  return test.cases.map((each) => (slice) => ({
    world: { slice, interval: test.interval, group: testGroup(test, each), probes: [] },
    kills: ({ alerts, values, error }) =>
      alerts.length > 0 || values.length > 0 || error !== undefined,
  }));
}
