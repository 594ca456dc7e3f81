import type { Metric, Stack } from '../catalog/index.ts';
import type { Edit, Site, Span, Where } from '../diagnostics/index.ts';
import type { Allow } from './allow.ts';
import type { Dashboard } from './dashboard.ts';
import type { HouseRule } from './house-rule.ts';
import type { GrafanaUnit } from './panel/index.ts';
import type { RecordingRule } from './recording-rule.ts';
import type { RuleGroup } from './rule-group.ts';
import type { World } from './world/index.ts';

/** All that was loaded, of all systems. Frozen. */
export interface Project {
  /** Sorted by name. */
  readonly systems: readonly System[];
}

/** One monitored system: its facts, its dashboards and its alerts. */
export interface System {
  /** Name of its four folders. */
  readonly name: string;
  readonly stack: Stack;
  /** The place of a part of the stack, by keys and indexes, outermost first. Absent: only its file is known. */
  readonly whereInStack?: (keys: readonly string[]) => Where;
  /** Of all its catalogs. */
  readonly metrics: readonly Metric[];
  /** Sorted by file. */
  readonly dashboards: readonly Loaded<Dashboard>[];
  /** Sorted by file. */
  readonly groups: readonly Loaded<RuleGroup>[];
  /** Absent: nobody has said what can happen to it. */
  readonly world?: Loaded<World>;
  /** Absent: none. */
  readonly allow?: readonly PlacedAllow[];
  /** The rules of the house that hold in it. Absent: none. */
  readonly house?: readonly HouseRule[];
  /** Present: read from files of Grafana and Prometheus. Nobody wrote a `stack` and `metrics` for it by hand. */
  readonly foreign?: Foreign;
}

/** An exception and the place where it is written. */
export interface PlacedAllow extends Omit<Allow, 'until'> {
  /** As it was written. */
  readonly until: string;
  readonly where: Where;
  /** Only for findings of this file. */
  readonly file?: string;
  /** Only for findings in these lines of it, both included. */
  readonly lines?: readonly [first: number, last: number];
}

/** How much is known of a system that has no sources of its own. */
export interface Foreign {
  /** Metrics that are not declared may exist: nobody has said which there are. */
  readonly open: boolean;
  /** Recorded by rules that are not looked at. Absent: none. */
  readonly recorded?: readonly RecordingRule[];
}

/** What a content file exports, and which file that was. */
export interface Loaded<T> {
  readonly value: T;
  /** Relative to the project's root, always with `/`. */
  readonly file: string;
  /** File name without extension. */
  readonly name: string;
  /** Absent: only the file is known. */
  readonly locate?: Locate;
  /** Absent: people change the file. */
  readonly edit?: EditOf;
  /** Read from a file of Grafana or Prometheus: what dashc demands of its own does not hold, and no TypeScript helps. */
  readonly foreign?: true;
}

/**
 * Maps a place in the running JavaScript to the place in the source.
 *
 * @param span part of the text of the expression that is at `site`, where it was read from a text
 */
export type Locate = (site: Site | undefined, path: readonly string[], span?: Span) => Where;

/**
 * Writes a change of something down as a change of the file that it was read from.
 *
 * @returns `undefined` where the file says it in a way that leaves a doubt about what to write
 */
export type EditOf = (site: Site | undefined, change: FileChange) => Edit | undefined;

export type FileChange =
  /** Of a part of the text of the expression at the site. */
  | { readonly kind: 'text'; readonly span: Span; readonly text: string }
  /** Of the unit of all values of the panel at the site. */
  | { readonly kind: 'unit'; readonly unit: GrafanaUnit };

/** The place of something that `loaded` contains. */
export function whereIn(
  loaded: Loaded<unknown>,
  site: Site | undefined,
  path: readonly string[],
  span?: Span,
): Where {
  return loaded.locate?.(site, path, span) ?? { file: loaded.file, path };
}
