import type { Duration } from '../../catalog/index.ts';

/** A dashboard as it is provisioned. Anything may be in it. */
export type DashboardJson = Readonly<Record<string, unknown>>;

/** All that the preview shows. */
export interface PreviewContent {
  /** Sorted by name. */
  readonly systems: readonly ContentSystem[];
}

export interface ContentSystem {
  readonly name: string;
  readonly dashboards: readonly DashboardJson[];
  readonly scenarios: readonly { readonly name: string; readonly description: string }[];
  readonly datasources: readonly ContentDatasource[];
  readonly alerts: readonly ContentAlert[];
}

export interface ContentDatasource {
  readonly uid: string;
  readonly name: string;
  /** Grafana's name of its plugin: `prometheus`, `loki`. */
  readonly type: string;
  readonly isDefault: boolean;
  /** Seconds between two scrapes: the least step of its queries. */
  readonly scrapeInterval: number;
}

/** An alerting rule as it is evaluated. */
export interface ContentAlert {
  readonly name: string;
  readonly group: string;
  readonly severity: string;
  readonly expr: string;
  readonly for?: Duration;
  readonly keepFiringFor?: Duration;
  /** Seconds between two evaluations. */
  readonly interval: number;
  readonly description: string;
  /** Where it is drawn, if it is. */
  readonly panel?: { readonly uid: string; readonly id: number };
}
