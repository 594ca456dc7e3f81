import { environmentIn, type Stack } from '../../catalog/index.ts';
import { invariant } from '../../diagnostics/index.ts';
import type { System } from '../../model/index.ts';
import { alertmanagerService } from './alertmanager-service.ts';
import { alloyService } from './alloy-service.ts';
import { furtherService } from './further-service.ts';
import { grafanaService } from './grafana-service.ts';
import { lokiService, promtailService } from './log-services.ts';
import { prometheusService } from './prometheus-service.ts';

/** The content of `docker-compose.yml`. */
export function composeFile(system: System): object {
  const { compose } = system.stack;
  invariant(compose !== undefined, 'the stack has a Compose file');
  const network = compose.network?.name;
  const joined = network === undefined ? undefined : [network];
  const volumes = namedVolumes(system.stack);
  return {
    name: system.stack.name,
    services: Object.fromEntries(
      Object.entries(servicesOf(system)).map(([name, service]) => [
        name,
        { ...service, networks: joined },
      ]),
    ),
    volumes: volumes.length === 0 ? undefined : byName(volumes, {}),
    networks:
      network === undefined
        ? undefined
        : byName([network], { external: compose.network?.external }),
  };
}

function servicesOf(system: System): Readonly<Record<string, object>> {
  const { stack } = system;
  const { alertmanager, alloy, compose, loki, promtail } = stack;
  const further = Object.entries(compose?.services ?? {});
  return {
    prometheus: prometheusService(system),
    grafana: grafanaService(stack),
    ...(alertmanager && { alertmanager: alertmanagerService(alertmanager, stack) }),
    ...(loki && { loki: lokiService(loki, stack) }),
    ...(promtail && { promtail: promtailService(promtail, stack) }),
    ...(alloy && { alloy: alloyService(alloy, stack) }),
    ...Object.fromEntries(further.map(([name, service]) => [name, furtherService(service, stack)])),
  };
}

/** Of all containers, sorted. */
function namedVolumes(stack: Stack): readonly string[] {
  const { alertmanager, alloy, compose, grafana, loki, prometheus, promtail } = stack;
  const own = [prometheus, grafana, alertmanager, loki, promtail, alloy];
  const mounted = [promtail, ...Object.values(compose?.services ?? {})].flatMap((service) =>
    (service?.volumes ?? []).map((volume) => volume.split(':')[0] ?? '').filter(isNamed),
  );
  return [...new Set([...own.flatMap((each) => each?.volume ?? []), ...mounted])].sort();
}

/** Everything else is a folder of the host, even where a variable says which. */
function isNamed(source: string): boolean {
  return !/^[./~]/.test(source) && environmentIn(source).length === 0;
}

function byName(names: readonly string[], value: object): object {
  return Object.fromEntries(names.map((name) => [name, value]));
}
