/** A port of the host, or an address and a port: `9090`, `'127.0.0.1:9090'`. */
export type HostPort = number | `${string}:${number}`;

/** What `docker compose` starts: Prometheus, Grafana, whatever else the stack declares, and further services. */
export interface Compose {
  /** Below `build/<system>/`. Default `docker-compose.yml`. */
  readonly file?: string;
  /** Further containers: exporters, the application. */
  readonly services?: Readonly<Record<string, Service>>;
  /** All containers join it. Default: Compose's own network. */
  readonly network?: { readonly name: string; readonly external?: true };
}

/** One container, with Compose's names in camelCase. Texts may contain `${NAME}`. */
export type Service = (
  | { readonly image: string; readonly build?: never }
  /** Folder with a Dockerfile, beside the Compose file: `'./app'`. */
  | { readonly build: string; readonly image?: never }
) &
  ServiceSettings;

interface ServiceSettings {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** `'8080:80'`: host, then container. */
  readonly ports?: readonly `${string}:${number}`[];
  /** `name:/path` for a named volume, `./path:/path:ro` for a folder beside the Compose file. */
  readonly volumes?: readonly `${string}:${string}`[];
  readonly dependsOn?: readonly string[];
  readonly pid?: 'host';
  readonly privileged?: true;
  readonly devices?: readonly string[];
  readonly healthcheck?: {
    readonly test: readonly string[];
    readonly interval?: string;
    readonly timeout?: string;
    readonly retries?: number;
    readonly startPeriod?: string;
  };
}
