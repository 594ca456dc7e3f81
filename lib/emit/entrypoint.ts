import { besideFile, environmentIn, type Stack } from '../catalog/index.ts';
import type { System } from '../model/index.ts';
import { renderScript } from './render-script.ts';

/** The variables that Prometheus's configuration mentions: Prometheus itself expands none there. */
export function prometheusVariables(system: System): readonly string[] {
  const { externalLabels, remoteWrite = [] } = system.stack.prometheus;
  const conditions = remoteWrite.flatMap(({ when }) => when ?? []);
  const mentioned = environmentIn(JSON.stringify([externalLabels, system.stack.jobs, remoteWrite]));
  return [...new Set([...mentioned, ...conditions])];
}

/** Where the entrypoint is: beside the configuration. */
export function entrypointFile({ prometheus }: Stack): string {
  return besideFile(prometheus.configFile, 'entrypoint.sh');
}

/** What starts Prometheus where its configuration has variables. */
export function entrypoint(system: System): string {
  const { configFile } = system.stack.prometheus;
  return renderScript({
    program: 'prometheus',
    configFile,
    variables: prometheusVariables(system),
    system,
  });
}
