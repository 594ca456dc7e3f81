import type { DurationText } from './duration.ts';
import type { HostPort } from './service.ts';

/** How Grafana runs and where it finds its dashboards. Paths are below `build/<system>/`. */
export interface GrafanaSpec {
  readonly image: string;
  /** Given: an image of its own is built, with dashboards and provisioning inside. Absent: they are mounted. */
  readonly dockerfile?: string;
  /** Title of the folder that the dashboards are in. */
  readonly folder: string;
  /** Default: Grafana makes one up. */
  readonly folderUid?: string;
  /** Default `grafana/dashboards`. */
  readonly dashboardsPath?: string;
  /** Default `grafana/provisioning`. */
  readonly provisioningPath?: string;
  /** Below `<provisioningPath>/datasources/`. Default `datasources.yml`. */
  readonly datasourcesFile?: string;
  /** Below `<provisioningPath>/dashboards/`. Default `dashboards.yml`. */
  readonly providerFile?: string;
  /** How often changed files are looked for. Default: Grafana's, `10s`. */
  readonly updateInterval?: DurationText;
  /** Where people open it, for the links in alerts: `'http://localhost:3000'`. Default: links without a host. */
  readonly url?: string;
  /** Grafana's own settings, such as `GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD}'`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Published on the host. Default: only other containers reach it. */
  readonly port?: HostPort;
  /** Named volume that holds Grafana's own database. */
  readonly volume?: string;
}

/** With its defaults filled in. */
export type Grafana = GrafanaSpec &
  Required<
    Pick<
      GrafanaSpec,
      'dashboardsPath' | 'provisioningPath' | 'datasourcesFile' | 'providerFile' | 'environment'
    >
  >;

export function grafanaOf(spec: GrafanaSpec): Grafana {
  return {
    dashboardsPath: 'grafana/dashboards',
    provisioningPath: 'grafana/provisioning',
    datasourcesFile: 'datasources.yml',
    providerFile: 'dashboards.yml',
    environment: {},
    ...spec,
  };
}
