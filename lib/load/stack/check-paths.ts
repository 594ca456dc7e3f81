import { folderOf, isBelow, type Prometheus, type Stack } from '../../catalog/index.ts';
import type { StackProblem } from './stack-problem.ts';

/** Output files that a container could not reach where they are. */
export function pathProblems({ prometheus, grafana }: Stack): readonly StackProblem[] {
  return [
    // An agent loads no rules: its file is for whoever evaluates them.
    ...(prometheus.agent
      ? []
      : outside(
          prometheus.rulesFile,
          folderOf(prometheus.configFile),
          ['prometheus', 'rulesFile'],
          'Prometheus looks for rules beside its configuration',
        )),
    ...sharedFolder(prometheus),
    ...(prometheus.dockerfile === undefined
      ? []
      : outside(
          prometheus.configFile,
          folderOf(prometheus.dockerfile),
          ['prometheus', 'configFile'],
          IN_CONTEXT,
        )),
    ...(grafana.dockerfile === undefined
      ? []
      : [
          ...outside(
            grafana.dashboardsPath,
            folderOf(grafana.dockerfile),
            ['grafana', 'dashboardsPath'],
            IN_CONTEXT,
          ),
          ...outside(
            grafana.provisioningPath,
            folderOf(grafana.dockerfile),
            ['grafana', 'provisioningPath'],
            IN_CONTEXT,
          ),
        ]),
  ];
}

/** Rules in several files are mounted as a folder, which would hide or hold the configuration itself. */
function sharedFolder({ configFile, rulesFile }: Prometheus): readonly StackProblem[] {
  if (!rulesFile.includes('{group}') || folderOf(rulesFile) !== folderOf(configFile)) return [];
  return [
    {
      code: 'stack/outside-folder',
      severity: 'error',
      message: `\`${rulesFile}\` is many files beside the configuration, and they need a folder of their own`,
      hint: `write \`${rulesFile.replace('{group}', 'rules/{group}')}\``,
      path: ['prometheus', 'rulesFile'],
    },
  ];
}

const IN_CONTEXT = 'an image can hold only files of the folder that its Dockerfile is in';

function outside(
  file: string,
  folder: string,
  path: readonly string[],
  reason: string,
): readonly StackProblem[] {
  if (isBelow(file, folder)) return [];
  return [
    {
      code: 'stack/outside-folder',
      severity: 'error',
      message: `\`${file}\` is not in \`${folder}/\`: ${reason}`,
      hint: `write \`${folder}/${file.split('/').at(-1)}\``,
      path,
    },
  ];
}
