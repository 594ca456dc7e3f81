import { Duration, type DurationLike, type JsonValue } from '../../catalog/index.ts';
import type { Site } from '../../diagnostics/index.ts';
import type { Expr, Query, Target } from '../../promql/index.ts';
import type { Alert } from '../alert.ts';
import type { ChosenDatasource } from '../variable/index.ts';

/** What is asked, and how. Immutable. */
export interface PanelQuery {
  readonly source: PromqlSource | LogqlSource | RawSource;
  /** Grafana's legend format. Absent: names are made of the labels that differ. */
  readonly legend?: string;
  /** Letters and digits; default `A`, `B`, … in order. */
  readonly refId?: string;
  /** Only for the use of transformations. */
  readonly hide?: true;
  /** One value at the end of the time range instead of one a step. Default: by panel type and expression. */
  readonly instant?: boolean;
  /** Default: by panel type. */
  readonly format?: 'time_series' | 'table' | 'heatmap';
  readonly minInterval?: Duration;
  readonly exemplars?: true;
  /** One value at the end, and one a step as well. */
  readonly both?: true;
  /** Default: the panel's. */
  readonly datasource?: ChosenDatasource;
  /** Merged into its JSON last. */
  readonly raw?: { readonly [key: string]: JsonValue };
  /** The alerts that watch it. */
  readonly alerts?: readonly Alert[];
  /** Default: the panel's. */
  readonly site?: Site;
}

export interface PromqlSource {
  readonly kind: 'promql';
  readonly node: Expr;
  /** The text that `node` was read from; absent where it was built. */
  readonly text?: string;
}

export interface LogqlSource {
  readonly kind: 'logql';
  readonly text: string;
}

/** A query of any other datasource, or one that dashc cannot read. */
export interface RawSource {
  readonly kind: 'raw';
  readonly json: { readonly [key: string]: JsonValue };
  /** The same as text, for whom looks for something in it. */
  readonly text: string;
}

/** A query of Loki. */
export interface LogQuery {
  readonly source: LogqlSource;
}

/** What a panel takes as a query. */
export type QueryLike = Query | Target | LogQuery | PanelQuery;

/** How `target` varies a query. */
export interface QueryOptions {
  readonly legend?: string;
  readonly refId?: string;
  readonly hide?: true;
  readonly instant?: boolean;
  readonly format?: 'time_series' | 'table' | 'heatmap';
  readonly minInterval?: DurationLike;
  readonly exemplars?: true;
  /** One value at the end of the time range, and one a step as well. */
  readonly both?: true;
  /** Whom it asks; default as its panel. */
  readonly datasource?: ChosenDatasource;
  /** Merged into its JSON last, for what has no option here. */
  readonly raw?: { readonly [key: string]: JsonValue };
}

/**
 * A query with options that most do not need.
 *
 * @example
 * target(m.jobs.sumBy('queue').legend('{{queue}}'), { refId: 'jobs', instant: true })
 */
export function target(query: QueryLike, options: QueryOptions): PanelQuery {
  const { minInterval, ...rest } = options;
  return {
    ...toPanelQuery(query),
    ...rest,
    ...(minInterval === undefined ? {} : { minInterval: Duration.of(minInterval) }),
  };
}

/**
 * A query of the stack's Loki.
 *
 * @example
 * logs('Errors', '…').query(logql('{job="api"} |= "error"'))
 */
export function logql(text: string): LogQuery {
  return { source: { kind: 'logql', text } };
}

/**
 * A query as the JSON that its datasource reads, for datasources that dashc does not know. Give it a `refId`.
 *
 * @example
 * rawQuery({ refId: 'A', namespace: 'AWS/EC2', metricName: 'CPUUtilization' })
 */
export function rawQuery(json: { readonly [key: string]: JsonValue }): PanelQuery {
  const { refId, hide } = json;
  return {
    source: { kind: 'raw', json, text: JSON.stringify(json) },
    ...(typeof refId === 'string' ? { refId } : {}),
    ...(hide === true ? { hide } : {}),
  };
}

export function toPanelQuery(query: QueryLike): PanelQuery {
  if ('source' in query) return query;
  const source = { kind: 'promql', node: query.node } as const;
  return 'legendFormat' in query ? { source, legend: query.legendFormat } : { source };
}
