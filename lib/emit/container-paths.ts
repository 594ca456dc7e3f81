import { folderOf, isBelow, type Stack } from '../catalog/index.ts';

const PROVISIONING = '/etc/grafana/provisioning';

/** Where the files of `build/<system>/` are inside Grafana's container. */
export function grafanaFolders({ grafana }: Stack): {
  readonly provisioning: string;
  readonly dashboards: string;
} {
  const { dashboardsPath, provisioningPath } = grafana;
  return {
    provisioning: PROVISIONING,
    dashboards: isBelow(dashboardsPath, provisioningPath)
      ? `${PROVISIONING}${dashboardsPath.slice(provisioningPath.length)}`
      : '/etc/grafana/dashboards',
  };
}

const PROMETHEUS = '/etc/prometheus';

/** The path inside Prometheus's container of a file that is beside its configuration, or below that folder. */
export function inPrometheus(path: string, { prometheus }: Stack): string {
  const folder = folderOf(prometheus.configFile);
  return `${PROMETHEUS}/${folder === '.' ? path : path.slice(folder.length + 1)}`;
}
