import type { HostPort } from './service.ts';

/**
 * Grafana Alloy scrapes the stack's jobs and sends the samples where `prometheus.remoteWrite` says, in place of
 * Prometheus. Paths are below `build/<system>/`.
 */
export interface AlloySpec {
  /** The version that runs, 1.4 or later. */
  readonly version: `${number}.${number}.${number}`;
  /** Default `grafana/alloy:v<version>`. */
  readonly image?: string;
  /** Default `alloy/config.alloy`. */
  readonly configFile?: string;
  /** Published on the host. Default: only other containers reach its page. */
  readonly port?: HostPort;
  /** Named volume that holds samples which could not be sent yet. */
  readonly volume?: string;
}

/** With its defaults filled in. */
export type Alloy = AlloySpec & Required<Pick<AlloySpec, 'image' | 'configFile'>>;

export function alloyOf(spec: AlloySpec): Alloy {
  return { image: `grafana/alloy:v${spec.version}`, configFile: 'alloy/config.alloy', ...spec };
}
