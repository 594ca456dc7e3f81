import type { JsonValue } from '../catalog/index.ts';

/** What changed about what; the first word says whose it is. */
export type ChangeKind =
  | `dashboard-${'added' | 'removed' | 'renamed' | 'identity' | 'setting' | 'tags' | 'time'}`
  | `row-${'added' | 'removed' | 'renamed' | 'moved' | 'setting'}`
  | `panel-${'added' | 'removed' | 'renamed' | 'moved' | 'resized' | 'copied' | 'type' | 'setting'}`
  | `panel-${'option' | 'unit' | 'thresholds' | 'mappings' | 'override' | 'transformation'}`
  | `query-${'added' | 'removed' | 'renamed' | 'moved' | 'legend' | 'setting' | 'text'}`
  | ExpressionChangeKind
  | `variable-${'added' | 'removed' | 'renamed' | 'moved' | 'query' | 'setting'}`
  | `link-${'added' | 'removed' | 'changed'}`
  | `annotation-${'added' | 'removed' | 'changed'}`
  | `group-${'added' | 'removed' | 'renamed' | 'setting'}`
  | `alert-${'added' | 'removed' | 'renamed' | 'moved' | 'for' | 'severity' | 'label'}`
  | `alert-${'annotation' | 'panel' | 'setting'}`
  | `recording-${'added' | 'removed' | 'renamed' | 'moved' | 'label'}`
  | `route-${'added' | 'removed' | 'moved' | 'receiver' | 'setting'}`
  | `receiver-${'added' | 'removed' | 'setting'}`
  | `inhibition-${'added' | 'removed'}`
  | `alertmanager-setting`
  | `scrape-${'added' | 'removed' | 'target' | 'setting'}`
  | `prometheus-setting`
  | `datasource-${'added' | 'removed' | 'setting'}`
  | `metric-${'added' | 'removed' | 'kind' | 'unit' | 'labels' | 'buckets'}`
  | `file-${'added' | 'removed' | 'renamed' | 'changed'}`;

/** How the tree of an expression changed. */
export type ExpressionChangeKind =
  `expression-${'metric' | 'matcher' | 'range' | 'offset' | 'aggregation' | 'function' | 'operator' | 'join' | 'limit' | 'number' | 'wrapped' | 'rewritten'}`;

/** One change, as a person would say it. */
export interface Change {
  readonly kind: ChangeKind;
  /** Absent: the folders that were compared say nothing of systems. */
  readonly system?: string;
  /** Of a change in a dashboard: its uid; its file where it has none. */
  readonly dashboard?: string;
  /** Of a change of a panel: its id, that of before where it is removed. */
  readonly panel?: number;
  /** Of a change of an alert or a recording rule: its name. */
  readonly rule?: string;
  /** Where it stands after the change, or stood before. */
  readonly file: string;
  /** Outermost first: `['dashboard "Flashes"', 'panel "Queue"', 'query B']`. */
  readonly path: readonly string[];
  /** What happened to the last of `path`; names and code in backticks, no place, no period. */
  readonly message: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  /** Of another file than dashboards and rules: the lines that differ, as `diff -u` has them. */
  readonly lines?: readonly string[];
}

/** A change of something, before it is known what that is a part of. */
export type Note = Omit<Change, 'system' | 'dashboard' | 'rule' | 'file'>;

/** What else is known of a change. */
export interface NoteFacts {
  readonly path?: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A change of the thing at hand. */
export function note(kind: ChangeKind, message: string, facts: NoteFacts = {}): Note {
  const { path = [], before, after } = facts;
  return {
    kind,
    path,
    message,
    ...(before === undefined ? {} : { before: before as JsonValue }),
    ...(after === undefined ? {} : { after: after as JsonValue }),
  };
}

/** The changes of a part, as changes of the whole. */
export function within(part: string, notes: readonly Note[]): Note[] {
  return notes.map((each) => ({ ...each, path: [part, ...each.path] }));
}
