import type { Alertmanager, Stack } from '../../catalog/index.ts';
import { alertmanagerFiles, alertmanagerVariables, inAlertmanager } from '../alertmanager/index.ts';
import { composeText, passed } from './compose-text.ts';
import { healthcheck, keep, mount, published, RESTART } from './container.ts';

export function alertmanagerService(alertmanager: Alertmanager, stack: Stack) {
  const { image, configFile, port, volume, flags = [] } = alertmanager;
  const { entrypoint, files } = alertmanagerFiles(alertmanager);
  const started =
    entrypoint === undefined
      ? { command: [`--config.file=${inAlertmanager(configFile, alertmanager)}`] }
      : { entrypoint: ['/bin/sh', inAlertmanager(entrypoint, alertmanager)], command: [] };
  return {
    image,
    ...started,
    command: [...started.command, '--storage.path=/alertmanager', ...flags].map((flag) =>
      composeText(flag, stack),
    ),
    environment: passed(alertmanagerVariables(alertmanager), stack),
    ports: published(port, 9093),
    volumes: [
      ...files.map((file) => mount(file, inAlertmanager(file, alertmanager), stack)),
      ...keep(volume, '/alertmanager'),
    ],
    healthcheck: healthcheck('wget', 'http://127.0.0.1:9093/-/healthy'),
    restart: RESTART,
  };
}
