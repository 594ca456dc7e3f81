import type { System } from '../../model/index.ts';
import { inPrometheus } from '../container-paths.ts';
import { prometheusFiles, prometheusStart } from '../dockerfile.ts';
import { prometheusVariables } from '../entrypoint.ts';
import { composeText, passed } from './compose-text.ts';
import { build, healthcheck, keep, mount, nonEmptyList, published, RESTART } from './container.ts';

export function prometheusService(system: System) {
  const { stack } = system;
  const { dockerfile, image, port, volume } = stack.prometheus;
  const start = prometheusStart(system);
  const mounted = prometheusFiles(system).map((file) =>
    mount(file, inPrometheus(file, stack), stack),
  );
  return {
    ...(dockerfile === undefined
      ? {
          image,
          entrypoint: start.entrypoint,
          command: start.command.map((flag) => composeText(flag, stack)),
        }
      : build(dockerfile, stack)),
    environment: passed(prometheusVariables(system), stack),
    ports: published(port, 9090),
    volumes: nonEmptyList([
      ...(dockerfile === undefined ? mounted : []),
      ...keep(volume, '/prometheus'),
    ]),
    healthcheck: healthcheck('wget', 'http://127.0.0.1:9090/-/healthy'),
    restart: RESTART,
  };
}
