import { fileOf, type Loki, type Promtail, type Stack } from '../../catalog/index.ts';
import { positionsFolder } from '../promtail-config.ts';
import { composeText } from './compose-text.ts';
import { healthcheck, keep, mount, published, RESTART } from './container.ts';

export function lokiService({ image, configFile, port, version, volume }: Loki, stack: Stack) {
  const inside = `/etc/loki/${fileOf(configFile)}`;
  return {
    image,
    command: [`-config.file=${inside}`],
    ports: published(port, 3100),
    volumes: [mount(configFile, inside, stack), ...keep(volume, '/loki')],
    // Not every image of Loki 3 has a program that could ask.
    healthcheck: version.startsWith('2.')
      ? healthcheck('wget', 'http://127.0.0.1:3100/ready')
      : undefined,
    restart: RESTART,
  };
}

export function promtailService(promtail: Promtail, stack: Stack) {
  const { image, configFile, volumes = [], volume } = promtail;
  const inside = `/etc/promtail/${fileOf(configFile)}`;
  return {
    image,
    command: [`-config.file=${inside}`],
    volumes: [
      mount(configFile, inside, stack),
      ...volumes.map((text) => composeText(text, stack)),
      ...keep(volume, positionsFolder(promtail)),
    ],
    depends_on: stack.loki === undefined ? undefined : ['loki'],
    restart: RESTART,
  };
}
