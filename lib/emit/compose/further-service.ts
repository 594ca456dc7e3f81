import type { Service, Stack } from '../../catalog/index.ts';
import { composeText, settings } from './compose-text.ts';
import { RESTART } from './container.ts';

/** A container that the stack describes itself. */
export function furtherService(service: Service, stack: Stack) {
  const { healthcheck } = service;
  return {
    image: service.image && composeText(service.image, stack),
    build: service.build && composeText(service.build, stack),
    command: service.command?.map((part) => composeText(part, stack)),
    environment: service.environment && settings(service.environment, stack),
    ports: service.ports?.map((port) => composeText(port, stack)),
    volumes: service.volumes?.map((volume) => composeText(volume, stack)),
    depends_on: service.dependsOn,
    pid: service.pid,
    privileged: service.privileged,
    devices: service.devices,
    healthcheck: healthcheck && {
      test: healthcheck.test.map((part) => composeText(part, stack)),
      interval: healthcheck.interval,
      timeout: healthcheck.timeout,
      retries: healthcheck.retries,
      start_period: healthcheck.startPeriod,
    },
    restart: RESTART,
  };
}
