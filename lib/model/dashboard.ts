import { Duration, type DurationLike, type JsonValue } from '../catalog/index.ts';
import { type Site, siteOf } from '../diagnostics/index.ts';
import type { AllowHere } from './allow.ts';
import type { Annotation } from './annotation.ts';
import type { DashboardLink } from './dashboard-link.ts';
import { grafanaDuration } from './grafana-duration.ts';
import type { Row } from './row.ts';
import type { Variable } from './variable/index.ts';

/** What an author writes. */
export interface DashboardSpec {
  /** 1 to 40 letters, digits, `-` and `_`; unique in the project. Part of its URL: never change it. */
  readonly uid: string;
  /** Unique in its folder. */
  readonly title: string;
  /** What it is for, in one or two sentences. */
  readonly description?: string;
  readonly tags?: readonly string[];
  /** How often it is loaded anew. Default never. */
  readonly refresh?: DurationLike;
  /** The range at first: the last so much time, or Grafana's own words for both ends. Default `6h`. */
  readonly time?: DurationLike | { readonly from: string; readonly to: string };
  /** `utc`, `browser`, or a name such as `Europe/Paris`. Default: as each user has set it. */
  readonly timezone?: 'utc' | 'browser' | `${string}/${string}`;
  /** What the graphs share when the pointer is on one of them. Default nothing. */
  readonly cursor?: 'crosshair' | 'tooltip';
  /** Whether people may change it in Grafana. Default true. */
  readonly editable?: boolean;
  readonly variables?: readonly Variable[];
  readonly links?: readonly DashboardLink[];
  readonly annotations?: readonly Annotation[];
  readonly rows: readonly Row[];
  /** Merged into the JSON last, for what has no key here. Lists are replaced. */
  readonly raw?: { readonly [key: string]: JsonValue };
  /** Findings in it that are known and stay for a while. */
  readonly allow?: readonly AllowHere[];
}

/** One dashboard. Immutable. */
export interface Dashboard {
  readonly kind: 'dashboard';
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly refresh?: Duration;
  readonly time: { readonly from: string; readonly to: string };
  readonly timezone?: string;
  readonly cursor?: 'crosshair' | 'tooltip';
  readonly editable?: boolean;
  readonly variables: readonly Variable[];
  readonly links: readonly DashboardLink[];
  readonly annotations: readonly Annotation[];
  readonly rows: readonly Row[];
  readonly raw?: { readonly [key: string]: JsonValue };
  readonly allow?: readonly AllowHere[];
  readonly site?: Site;
}

/**
 * Defines a dashboard: the default export of a file in `dashboards/<system>/`.
 *
 * @example
 * export default dashboard({
 *   uid: 'shop-checkout',
 *   title: 'Checkout',
 *   refresh: '30s',
 *   time: '6h',
 *   rows: [row('Requests', [requestRate, errorShare])],
 * });
 */
export function dashboard(spec: DashboardSpec): Dashboard {
  const site = siteOf(dashboard);
  const { refresh, time = '6h', ...rest } = spec;
  return Object.freeze({
    ...rest,
    kind: 'dashboard',
    tags: Object.freeze([...(spec.tags ?? [])]),
    time: Object.freeze(timeRange(time)),
    variables: Object.freeze([...(spec.variables ?? [])]),
    links: Object.freeze([...(spec.links ?? [])]),
    annotations: Object.freeze([...(spec.annotations ?? [])]),
    rows: Object.freeze([...spec.rows]),
    ...(refresh === undefined ? {} : { refresh: Duration.of(refresh) }),
    ...(site === undefined ? {} : { site }),
  } satisfies Dashboard);
}

function timeRange(time: NonNullable<DashboardSpec['time']>): Dashboard['time'] {
  if (typeof time === 'object' && 'from' in time) return time;
  const length = Duration.of(time);
  // A text that was read is kept: Grafana has a title of its own for `24h`, not for `1d`.
  return { from: `now-${typeof time === 'string' ? time : grafanaDuration(length)}`, to: 'now' };
}
