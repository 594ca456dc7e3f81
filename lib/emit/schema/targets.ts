import type * as loki from '@grafana/grafana-foundation-sdk/loki';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';

import type { DatasourceRef } from './datasources.ts';
import type { Refine } from './loose.ts';
import type { IntervalText, Natural, Positive, Text } from './scalars.ts';

/**
 * a name of letters, digits, `_` and `-`
 * @pattern ^[A-Za-z0-9_-]+$
 */
export type RefId = string;

type PrometheusKeys =
  'editorMode' | 'exemplar' | 'format' | 'hide' | 'instant' | 'legendFormat' | 'range';

export type PrometheusTarget = Refine<
  Pick<prometheus.Dataquery, PrometheusKeys>,
  {
    refId: RefId;
    expr: Text;
    datasource?: DatasourceRef<'prometheus'>;
    interval?: IntervalText;
    intervalFactor?: Positive;
  }
>;

type LokiKeys =
  'direction' | 'editorMode' | 'hide' | 'instant' | 'legendFormat' | 'queryType' | 'range';

/** Carries its datasource: without one, a target is read as a query of Prometheus. */
export type LokiTarget = Refine<
  Pick<loki.dataquery, LokiKeys>,
  {
    refId: RefId;
    expr: Text;
    datasource: DatasourceRef<'loki'>;
    queryType?: `${loki.LokiQueryType}`;
    maxLines?: Natural;
    resolution?: Positive;
    step?: IntervalText;
  }
>;

export type Target = LokiTarget | PrometheusTarget;
