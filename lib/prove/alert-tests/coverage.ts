import { labelUses, parseTemplate } from '../../gotemplate/index.ts';
import type { CaseRun } from './run-case.ts';
import type { Subject } from './subject.ts';

/** How many of the things of one kind the cases reach, and which they do not. */
export interface Reached {
  readonly reached: number;
  readonly total: number;
  readonly missed: readonly string[];
}

/** What the cases of a system reach. */
export interface Coverage {
  /** Alerts that a case makes fire. */
  readonly alerts: Reached;
  /** Sides of `or` that decide the result of a case; without those that the catalog proves to be empty. */
  readonly branches: Reached;
  /** Those, by alert. */
  readonly dead: readonly string[];
  /** Recording rules that record something in a case of an alert that reads them. */
  readonly recordings: Reached;
  /** Labels in the texts of alerts that a firing case has a value for. */
  readonly labels: Reached;
}

/** What of one alert is reached. */
export interface AlertCoverage {
  readonly fires: boolean;
  /** In the order of the branches. */
  readonly branches: readonly boolean[];
  /** Names of the recording rules that recorded something. */
  readonly recorded: readonly string[];
  readonly labels: readonly { readonly label: string; readonly reached: boolean }[];
}

export function alertCoverage(subject: Subject, runs: readonly CaseRun[]): AlertCoverage {
  const { alert, branches, test } = subject;
  const firing = runs.filter(
    ({ test: { expected }, difference }) => expected.length > 0 && difference === undefined,
  );
  return {
    fires: firing.length > 0,
    branches: branches.map((_, index) => runs.some((run) => run.branches[index])),
    recorded: test.recordings.flatMap(({ rule }, index) =>
      runs.some(({ recorded }) => recorded[index]) ? [rule.name] : [],
    ),
    labels: labelsIn([alert.summary, alert.description]).map((label) => ({
      label,
      reached: firing.some(({ test: { expected } }) =>
        expected.some(({ exp_labels }) => exp_labels[label] !== undefined),
      ),
    })),
  };
}

function labelsIn(texts: readonly string[]): readonly string[] {
  const uses = texts.flatMap((text) => labelUses(parseTemplate(text, 'prometheus').tree));
  return [...new Set(uses.filter(({ from }) => from.kind === 'alert').map(({ label }) => label))];
}

/** Adds up what the alerts of a system reach. `recordings` are all that it has. */
export function systemCoverage(
  alerts: readonly { readonly subject: Subject; readonly coverage: AlertCoverage }[],
  recordings: readonly string[],
): Coverage {
  const recorded = new Set(alerts.flatMap(({ coverage }) => coverage.recorded));
  return {
    alerts: reached(
      alerts.map(({ subject, coverage }) => [subject.alert.name, coverage.fires] as const),
    ),
    branches: reached(
      alerts.flatMap(({ subject, coverage }) =>
        subject.branches.flatMap(({ text, isDead }, index) =>
          isDead
            ? []
            : [[`${subject.alert.name}: ${text}`, coverage.branches[index] === true] as const],
        ),
      ),
    ),
    dead: alerts.flatMap(({ subject: { alert, branches } }) =>
      branches.flatMap(({ text, isDead }) => (isDead ? [`${alert.name}: ${text}`] : [])),
    ),
    recordings: reached(recordings.map((name) => [name, recorded.has(name)] as const)),
    labels: reached(
      alerts.flatMap(({ subject, coverage }) =>
        coverage.labels.map(
          (each) => [`${subject.alert.name}: ${each.label}`, each.reached] as const,
        ),
      ),
    ),
  };
}

function reached(all: readonly (readonly [name: string, reached: boolean])[]): Reached {
  const missed = all.flatMap(([name, isReached]) => (isReached ? [] : [name]));
  return { reached: all.length - missed.length, total: all.length, missed };
}
