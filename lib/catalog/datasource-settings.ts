import type { DurationText } from './duration.ts';

/** What each of Grafana's datasource plugins can be told, with the plugin's own names. A `…Uid` is another datasource's. */
export interface DatasourceSettings {
  readonly prometheus: PrometheusSettings;
  readonly loki: LokiSettings;
  readonly tempo: TempoSettings;
  readonly alertmanager: AlertmanagerSettings;
}

interface RulerSettings {
  /** Whether Grafana's alert pages list the rules that this datasource evaluates. Default true. */
  readonly manageAlerts?: boolean;
  /** The Alertmanager that those rules notify. */
  readonly alertmanagerUid?: string;
}

interface PrometheusSettings extends RulerSettings {
  /** Default: the stack's scrape interval. */
  readonly timeInterval?: DurationText;
  /** Grafana's default is `60s`. */
  readonly queryTimeout?: DurationText;
  /** `POST` has no limit on the length of a query. */
  readonly httpMethod?: 'GET' | 'POST';
  readonly prometheusType?: 'Prometheus' | 'Cortex' | 'Mimir' | 'Thanos';
  readonly prometheusVersion?: string;
  /** Answers are kept, and only what is newer is asked for. */
  readonly incrementalQuerying?: boolean;
  readonly incrementalQueryOverlapWindow?: DurationText;
  readonly disableRecordingRules?: boolean;
  /** From an exemplar to its trace. */
  readonly exemplarTraceIdDestinations?: readonly {
    readonly name: string;
    readonly datasourceUid?: string;
    readonly url?: string;
    readonly urlDisplayLabel?: string;
  }[];
}

interface LokiSettings extends RulerSettings {
  /** Most lines of one query. Grafana's default is 1000. */
  readonly maxLines?: number;
  readonly timeout?: number;
  /** From a log line to what it mentions, such as a trace. */
  readonly derivedFields?: readonly {
    readonly name: string;
    readonly matcherRegex: string;
    readonly matcherType?: 'label';
    /** With `datasourceUid` a query of that datasource. */
    readonly url?: string;
    readonly urlDisplayLabel?: string;
    readonly datasourceUid?: string;
  }[];
}

interface TempoSettings {
  /** From a span to its logs. */
  readonly tracesToLogsV2?: TraceLink & {
    readonly filterByTraceID?: boolean;
    readonly filterBySpanID?: boolean;
  };
  /** From a span to metrics around it. */
  readonly tracesToMetrics?: TraceLink & {
    readonly queries?: readonly { readonly name: string; readonly query: string }[];
  };
  readonly serviceMap?: { readonly datasourceUid: string };
  readonly nodeGraph?: { readonly enabled: boolean };
}

interface TraceLink {
  readonly datasourceUid: string;
  /** How far before and after the span. */
  readonly spanStartTimeShift?: DurationText | `-${DurationText}`;
  readonly spanEndTimeShift?: DurationText | `-${DurationText}`;
  readonly tags?: readonly { readonly key: string; readonly value?: string }[];
}

interface AlertmanagerSettings {
  /** Default `prometheus`, because Grafana's own default speaks Mimir's interface. */
  readonly implementation?: 'prometheus' | 'mimir' | 'cortex';
  /** Whether Grafana's own alerts go there as well. Default false. */
  readonly handleGrafanaManagedAlerts?: boolean;
}
