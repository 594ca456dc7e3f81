import type { Metric } from '../catalog/index.ts';
import type { Env } from '../promql/index.ts';
import type { Change } from './change.ts';
import { diffDashboards } from './dashboard/index.ts';
import { diffStack } from './diff-stack.ts';
import { type Impact, impactsOf } from './impact/index.ts';
import { metricChanges } from './metric-changes.ts';
import { panelNames } from './panel-names.ts';
import { diffRules } from './rules/index.ts';
import { type Known, type ReviewFile, snapshotOf } from './snapshot.ts';

/** One side of a comparison. */
export interface Side {
  readonly files: readonly ReviewFile[];
  /** What is known of the metrics of a system, or of all where the files say nothing of systems. */
  readonly envOf: (system: string | undefined) => Env;
  /** Metrics that are declared. Absent: nobody has said which there are. */
  readonly metricsOf?: (system: string) => readonly Metric[];
  /** Names of the systems whose metrics are declared. Absent: none. */
  readonly systems?: readonly string[];
}

/** What changed, and what that does to the rest. */
export interface Review {
  readonly changes: readonly Change[];
  readonly impacts: readonly Impact[];
}

/** Compares two folders of dashboards, rules and configuration by what they mean. */
export function review(before: Side, after: Side): Review {
  const known: Known = new Map();
  const [old, young] = [snapshotOf(before.files, known), snapshotOf(after.files, known)];
  const dashboards = diffDashboards(old.dashboards, young.dashboards);
  const names = panelNames(old.dashboards, young.dashboards, dashboards.panels);
  const rules = diffRules(old.groups, young.groups, names);
  const metrics = metricChanges(before, after);
  const changes = [...metrics, ...dashboards.changes, ...rules.changes, ...diffStack(old, young)];
  const impacts = impactsOf({ before, after, old, young, dashboards, rules, metrics });
  return { changes: sorted(changes), impacts };
}

/** By system, what people look at first, and file; what happened in a file stays in its order. */
function sorted(changes: readonly Change[]): Change[] {
  const key = (change: Change) => `${change.system ?? ''}\n${rankOf(change)}\n${change.file}`;
  return [...changes].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function rankOf({ kind, dashboard, rule }: Change): number {
  if (kind.startsWith('metric-')) return 0;
  if (dashboard !== undefined) return 1;
  if (rule !== undefined || kind.startsWith('group-')) return 2;
  return kind.startsWith('file-') ? 4 : 3;
}
