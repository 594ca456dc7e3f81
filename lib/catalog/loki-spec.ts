import type { DurationText } from './duration.ts';
import type { HostPort } from './service.ts';

/** Loki in one process that keeps everything on one disk. Paths are below `build/<system>/`. */
export interface LokiSpec {
  /** The version that runs, 2.8 or later: decides what the configuration says. */
  readonly version: `${number}.${number}.${number}`;
  /** Default `grafana/loki:<version>`. */
  readonly image?: string;
  /** Default `loki/loki.yml`. */
  readonly configFile?: string;
  /** How long log lines are kept; at least a day. Older ones are deleted. */
  readonly retention: DurationText;
  /** The day before the first log line, `2024-01-01`; never changed once there are some. Default `2024-01-01`. */
  readonly schemaFrom?: `${number}-${number}-${number}`;
  /** Published on the host. Default: only other containers reach it. */
  readonly port?: HostPort;
  /** Named volume that holds the logs. */
  readonly volume?: string;
}

/** With its defaults filled in. */
export type Loki = LokiSpec & Required<Pick<LokiSpec, 'image' | 'configFile' | 'schemaFrom'>>;

export function lokiOf(spec: LokiSpec): Loki {
  return {
    image: `grafana/loki:${spec.version}`,
    configFile: 'loki/loki.yml',
    schemaFrom: '2024-01-01',
    ...spec,
  };
}
