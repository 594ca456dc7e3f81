import { isBelow, type Stack } from '../../catalog/index.ts';
import { grafanaFolders } from '../container-paths.ts';
import { grafanaVariables } from '../dockerfile.ts';
import { settings } from './compose-text.ts';
import {
  build,
  healthcheck,
  keep,
  mount,
  nonEmpty,
  nonEmptyList,
  published,
  RESTART,
} from './container.ts';

export function grafanaService(stack: Stack) {
  const { dashboardsPath, dockerfile, environment, image, port, provisioningPath, volume } =
    stack.grafana;
  const inside = grafanaFolders(stack);
  const folders = [
    mount(provisioningPath, inside.provisioning, stack),
    ...(isBelow(dashboardsPath, provisioningPath)
      ? []
      : [mount(dashboardsPath, inside.dashboards, stack)]),
  ];
  const mentioned = grafanaVariables(stack).map((name) => [name, `\${${name}}`] as const);
  const wanted = { ...Object.fromEntries(mentioned), ...environment };
  return {
    ...(dockerfile === undefined ? { image } : build(dockerfile, stack)),
    environment: nonEmpty(settings(wanted, stack)),
    ports: published(port, 3000),
    volumes: nonEmptyList([
      ...(dockerfile === undefined ? folders : []),
      ...keep(volume, '/var/lib/grafana'),
    ]),
    depends_on: ['prometheus'],
    healthcheck: healthcheck('curl', 'http://127.0.0.1:3000/api/health'),
    restart: RESTART,
  };
}
