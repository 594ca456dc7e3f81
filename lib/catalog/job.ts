import type { DurationText } from './duration.ts';
import type { any, Labels } from './metric.ts';

/**
 * One scrape job: what Prometheus asks, and which labels every series of it carries.
 *
 * `N` is the job's name as a literal, `L` the labels that its targets add besides `job` and `instance`.
 */
export interface Job<N extends string = string, L extends Labels = Labels> {
  readonly name: N;
  /** Labels that every series of the job carries, `job` and `instance` included, with their values. */
  readonly labels: L & { readonly job: readonly [N]; readonly instance: typeof any };
  readonly scrape: Scrape;
}

/** How a job is scraped. */
export interface Scrape {
  /** `host:port`; may contain `${NAME}` of the stack's environment. */
  readonly targets: readonly string[];
  /** Default `/metrics`. */
  readonly path?: string;
  /** Default `http`. */
  readonly scheme?: 'http' | 'https';
  /** Default: the stack's. */
  readonly interval?: DurationText;
  readonly timeout?: DurationText;
  /** URL parameters, as the probe exporters need. */
  readonly params?: Readonly<Record<string, readonly string[]>>;
  /** Sent as `Authorization: Bearer …`: a variable, as it is a secret. */
  readonly bearerToken?: string;
  /** Path, in Prometheus's container, of a file that holds a bearer token. */
  readonly bearerTokenFile?: string;
  /** Keep the exporter's own `job` and `instance` labels. Default false. */
  readonly honorLabels?: true;
  readonly relabel?: readonly Relabel[];
  readonly metricRelabel?: readonly Relabel[];
}

/** One relabelling step, with Prometheus's own names and defaults. */
export interface Relabel {
  readonly sourceLabels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly modulus?: number;
  readonly targetLabel?: string;
  readonly replacement?: string;
  readonly action?:
    | 'replace'
    | 'keep'
    | 'drop'
    | 'keepequal'
    | 'dropequal'
    | 'hashmod'
    | 'labelmap'
    | 'labeldrop'
    | 'labelkeep'
    | 'lowercase'
    | 'uppercase';
}
