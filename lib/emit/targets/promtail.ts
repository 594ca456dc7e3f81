import { generatedFrom, stackFile } from '../generated.ts';
import { promtailConfig } from '../promtail-config.ts';
import type { Target } from '../target.ts';
import { toYaml } from '../yaml.ts';

/** Promtail's configuration: which files it reads and what it makes of their lines. */
export default {
  name: 'promtail',
  emit(system) {
    const { promtail } = system.stack;
    if (promtail === undefined) return { value: [], diagnostics: [] };
    const text = toYaml(generatedFrom(stackFile(system)), promtailConfig(promtail));
    return { value: [{ path: promtail.configFile, text }], diagnostics: [] };
  },
} satisfies Target;
