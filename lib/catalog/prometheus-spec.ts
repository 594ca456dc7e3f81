import type { DurationText } from './duration.ts';
import type { HostPort } from './service.ts';

/** How Prometheus runs. Paths are below `build/<system>/`. */
export interface PrometheusSpec {
  /** The version that runs, such as `'3.2.1'`: decides what the rules may use. */
  readonly version: `${number}.${number}.${number}`;
  /** Default `prom/prometheus:v<version>`. */
  readonly image?: string;
  /** Given: an image of its own is built, with configuration and rules inside. Absent: they are mounted. */
  readonly dockerfile?: string;
  /** Default `prometheus/prometheus.yml`. Named `….tmpl`, the file without that is what the entrypoint makes of it. */
  readonly configFile?: string;
  /**
   * Below the folder of `configFile`. With `{group}` there is a file for each group, else one for all.
   * Default `prometheus/rules/{group}.yml`.
   */
  readonly rulesFile?: string;
  /** Folder of the unit tests of the alerts. Default `prometheus/tests`. */
  readonly testsPath?: string;
  /** Default `15s`. */
  readonly scrapeInterval?: DurationText;
  /** Default: Prometheus's, `10s`. */
  readonly scrapeTimeout?: DurationText;
  /** Default `15s`. */
  readonly evaluationInterval?: DurationText;
  /** Added to what leaves Prometheus: alerts and remote writes. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** Default: Prometheus's, 15 days. */
  readonly retention?: {
    readonly time?: DurationText;
    readonly size?: `${number}${'MB' | 'GB' | 'TB'}`;
  };
  readonly remoteWrite?: readonly RemoteWrite[];
  /** Scrapes and forwards only: evaluates no rules, keeps nothing. */
  readonly agent?: true;
  /** Published on the host. Default: only other containers reach it. */
  readonly port?: HostPort;
  /** Named volume that holds the samples. */
  readonly volume?: string;
  /** Further arguments: `'--web.enable-lifecycle'`. */
  readonly flags?: readonly string[];
}

/** Where samples are sent as well. */
export interface RemoteWrite {
  readonly url: string;
  readonly basicAuth?: { readonly username: string; readonly password: string };
  /** Sent as `Authorization: Bearer …`: a variable, as it is a secret. */
  readonly bearerToken?: string;
  /** Name of a variable: nothing is sent while it is empty. */
  readonly when?: string;
}

/** With its defaults filled in. */
export type Prometheus = PrometheusSpec &
  Required<
    Pick<
      PrometheusSpec,
      'image' | 'configFile' | 'rulesFile' | 'testsPath' | 'scrapeInterval' | 'evaluationInterval'
    >
  >;

export function prometheusOf(spec: PrometheusSpec): Prometheus {
  return {
    image: `prom/prometheus:v${spec.version}`,
    configFile: 'prometheus/prometheus.yml',
    rulesFile: 'prometheus/rules/{group}.yml',
    testsPath: 'prometheus/tests',
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    ...spec,
  };
}
