import {
  alertmanagerConfig,
  alertmanagerEntrypoint,
  alertmanagerFiles,
  routeProblems,
  templateFile,
} from '../alertmanager/index.ts';
import { generatedFrom, stackFile } from '../generated.ts';
import type { Artifact, Target } from '../target.ts';
import { toYaml } from '../yaml.ts';

/** Alertmanager's configuration with its templates, and the entrypoint that fills in the secrets. */
export default {
  name: 'alertmanager',
  emit(system) {
    const { alertmanager } = system.stack;
    if (alertmanager === undefined) return { value: [], diagnostics: [] };
    const head = generatedFrom(stackFile(system));
    const { entrypoint } = alertmanagerFiles(alertmanager);
    const files: Artifact[] = [
      { path: alertmanager.configFile, text: toYaml(head, alertmanagerConfig(alertmanager)) },
      ...Object.entries(alertmanager.templates ?? {}).map(([name, text]) => ({
        path: templateFile(name, alertmanager),
        text: `{{/* ${head.join(' ')} */}}\n${text.trimEnd()}\n`,
      })),
    ];
    if (entrypoint !== undefined) {
      const text = alertmanagerEntrypoint(alertmanager, system);
      files.push({ path: entrypoint, text, mode: 0o755 });
    }
    return { value: files, diagnostics: routeProblems(system, alertmanager) };
  },
} satisfies Target;
