import type { DurationText } from './duration.ts';

/** Which log files Promtail reads, and what it makes of their lines. Paths are below `build/<system>/`. */
export interface PromtailSpec {
  /** The version that runs: Loki's. */
  readonly version: `${number}.${number}.${number}`;
  /** Default `grafana/promtail:<version>`. */
  readonly image?: string;
  /** Default `promtail/promtail.yml`. */
  readonly configFile?: string;
  /** Where the lines go. Default: the stack's Loki. */
  readonly pushUrl?: string;
  /** By name, which becomes the label `job` of their lines. */
  readonly sources: Readonly<Record<string, LogSource>>;
  /** Folders of the host that hold the logs: `'/var/log/postgresql:/var/log/postgresql:ro'`. */
  readonly volumes?: readonly `${string}:${string}`[];
  /** Named volume that remembers how far each file was read. Default: a new container sends everything again. */
  readonly volume?: string;
}

/** Files with lines of one kind. */
export interface LogSource {
  /** Inside the container; `*` and `**` as in a shell: `'/var/log/postgresql/*.log'`. */
  readonly path: string;
  /** Added to every line besides `job` and `filename`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What happens to a line, in order. Default: it is sent as it is. */
  readonly stages?: readonly LogStage[];
}

/** One step, under the name that Promtail has for it. */
export type LogStage =
  /** Unpacks what Docker's `json-file` driver wrote: the line, its time and the label `stream`. */
  | { readonly docker: true }
  /** Lines up to the next that matches become one. RE2. */
  | {
      readonly multiline: {
        readonly firstLine: string;
        readonly maxWait?: DurationText;
        readonly maxLines?: number;
      };
    }
  /** Reads fields of a JSON line: name, then JMESPath. */
  | { readonly json: Readonly<Record<string, string>> }
  /** Reads fields from named groups. RE2: `'^(?P<level>[A-Z]+):'`. */
  | { readonly regex: string }
  /** Fields that become labels. Each value is a stream of its own: only fields of few values. */
  | { readonly labels: readonly string[] }
  /** The field that holds the line's time, and how it is written: `RFC3339`, `Unix`, or a Go layout. */
  | {
      readonly timestamp: {
        readonly source: string;
        readonly format: string;
        readonly location?: string;
      };
    }
  /** The field that replaces the line. */
  | { readonly output: string };

/** With its defaults filled in. */
export type Promtail = PromtailSpec &
  Required<Pick<PromtailSpec, 'image' | 'configFile' | 'pushUrl'>>;

export function promtailOf(spec: PromtailSpec): Promtail {
  return {
    image: `grafana/promtail:${spec.version}`,
    configFile: 'promtail/promtail.yml',
    pushUrl: 'http://loki:3100/loki/api/v1/push',
    ...spec,
  };
}
