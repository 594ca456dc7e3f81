import { type Site, siteOf } from '../diagnostics/index.ts';

/** A link above a dashboard. Immutable. */
export interface DashboardLink {
  readonly kind: 'link';
  readonly title: string;
  readonly to:
    | { readonly kind: 'dashboard'; readonly uid: string }
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'tags'; readonly tags: readonly string[] };
  readonly tooltip?: string;
  /** Takes the time range along. */
  readonly keepTime: boolean;
  /** Takes the values of the variables along. */
  readonly keepVariables: boolean;
  readonly newTab: boolean;
  readonly icon?: string;
  readonly dropdown?: boolean;
  readonly site?: Site;
}

export interface LinkOptions {
  readonly tooltip?: string;
  /** Takes the time range along. Default true for dashboards, false for other places. */
  readonly keepTime?: boolean;
  /** Takes the values of the variables along. Default false. */
  readonly keepVariables?: boolean;
  /** Default false for dashboards, true for other places. */
  readonly newTab?: boolean;
  /** Grafana's name of one: `info`, `bolt`, `doc`. Default by the kind of link. */
  readonly icon?: string;
  /** Of dashboards by tags: one menu instead of a link each. Default true. */
  readonly dropdown?: boolean;
}

/** A link to another dashboard of the project, by its uid; that it exists is checked. */
export function linkTo(uid: string, title: string, options: LinkOptions = {}): DashboardLink {
  return make({ kind: 'dashboard', uid }, title, options, siteOf(linkTo));
}

/** A link to any place. */
export function linkToUrl(url: string, title: string, options: LinkOptions = {}): DashboardLink {
  return make({ kind: 'url', url }, title, options, siteOf(linkToUrl));
}

/** A menu of all dashboards that carry the tags. */
export function linkToTags(
  tags: readonly string[],
  title: string,
  options: LinkOptions = {},
): DashboardLink {
  return make({ kind: 'tags', tags }, title, options, siteOf(linkToTags));
}

function make(
  to: DashboardLink['to'],
  title: string,
  options: LinkOptions,
  site: Site | undefined,
): DashboardLink {
  const inside = to.kind !== 'url';
  return Object.freeze({
    kind: 'link',
    title,
    to,
    keepTime: inside,
    keepVariables: false,
    newTab: !inside,
    ...options,
    ...(site === undefined ? {} : { site }),
  } satisfies DashboardLink);
}
