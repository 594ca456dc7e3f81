import { environmentIn, folderOf, fromFolder, isBelow, type Stack } from '../catalog/index.ts';
import { invariant } from '../diagnostics/index.ts';
import type { System } from '../model/index.ts';
import { grafanaFolders, inPrometheus } from './container-paths.ts';
import { entrypointFile, prometheusVariables } from './entrypoint.ts';
import { generatedFrom, stackFile } from './generated.ts';
import { ruleFolder } from './rule-files.ts';

/** Prometheus's arguments besides the file of its configuration. */
export function prometheusFlags({ prometheus }: Stack): readonly string[] {
  const { agent, retention, flags = [] } = prometheus;
  return [
    ...(agent ? [agentFlag(prometheus.version)] : []),
    `--storage.${agent ? 'agent' : 'tsdb'}.path=/prometheus`,
    // In the configuration, Prometheus reads them only from 3.8 on.
    ...(retention?.time === undefined ? [] : [`--storage.tsdb.retention.time=${retention.time}`]),
    ...(retention?.size === undefined ? [] : [`--storage.tsdb.retention.size=${retention.size}`]),
    ...flags,
  ];
}

function agentFlag(version: string): string {
  return version.startsWith('2.') ? '--enable-feature=agent' : '--agent';
}

/** How Prometheus's container starts: through the entrypoint where the configuration has variables. */
export function prometheusStart(system: System): {
  readonly entrypoint?: readonly string[];
  readonly command: readonly string[];
} {
  const { stack } = system;
  const flags = prometheusFlags(stack);
  if (prometheusVariables(system).length > 0) {
    return { entrypoint: ['/bin/sh', inPrometheus(entrypointFile(stack), stack)], command: flags };
  }
  const configuration = inPrometheus(stack.prometheus.configFile, stack);
  return { command: [`--config.file=${configuration}`, ...flags] };
}

/** Everything that Prometheus's container needs beside its program, below `build/<system>/`. */
export function prometheusFiles(system: System): readonly string[] {
  const { stack } = system;
  return [
    stack.prometheus.configFile,
    ...(prometheusVariables(system).length > 0 ? [entrypointFile(stack)] : []),
    ...ruleFolder(system),
  ];
}

export function prometheusDockerfile(system: System): string {
  const { dockerfile, image } = system.stack.prometheus;
  invariant(dockerfile !== undefined, 'the stack builds its own image of Prometheus');
  const context = folderOf(dockerfile);
  const start = prometheusStart(system);
  return lines(
    ...generatedFrom(stackFile(system)).map((line) => `# ${line}`),
    `FROM ${image}`,
    ...prometheusFiles(system).map(
      (file) => `COPY ${fromFolder(file, context)} ${inPrometheus(file, system.stack)}`,
    ),
    ...(start.entrypoint === undefined ? [] : [`ENTRYPOINT ${JSON.stringify(start.entrypoint)}`]),
    `CMD ${JSON.stringify(start.command)}`,
  );
}

export function grafanaDockerfile(system: System): string {
  const { stack } = system;
  const { dashboardsPath, dockerfile, image, provisioningPath } = stack.grafana;
  invariant(dockerfile !== undefined, 'the stack builds its own image of Grafana');
  const context = folderOf(dockerfile);
  const inside = grafanaFolders(stack);
  return lines(
    ...generatedFrom(stackFile(system)).map((line) => `# ${line}`),
    `FROM ${image}`,
    ...defaultsOf(stack),
    `COPY ${fromFolder(provisioningPath, context)} ${inside.provisioning}`,
    ...(isBelow(dashboardsPath, provisioningPath)
      ? []
      : [`COPY ${fromFolder(dashboardsPath, context)} ${inside.dashboards}`]),
  );
}

/** The variables that Grafana's provisioning and settings mention. */
export function grafanaVariables({ datasources, grafana }: Stack): readonly string[] {
  return environmentIn(JSON.stringify([datasources, grafana.environment]));
}

/** Where the image runs without Compose, nothing else would set them. A secret never becomes part of an image. */
function defaultsOf(stack: Stack): readonly string[] {
  const defaults = grafanaVariables(stack).flatMap((name) => {
    const variable = stack.environment[name];
    return variable?.default === undefined || variable.secret ? [] : [[name, variable.default]];
  });
  const settings = Object.entries(stack.grafana.environment).filter(
    ([, value]) => environmentIn(value).length === 0,
  );
  return [...defaults, ...settings].map(
    ([name, value = '']) => `ENV ${name}=${inDockerfile(value)}`,
  );
}

function inDockerfile(value: string): string {
  return `"${value.replaceAll(/["$\\]/g, String.raw`\$&`)}"`;
}

function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
