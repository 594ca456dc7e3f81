import { generatedFrom, stackFile } from '../generated.ts';
import { lokiConfig } from '../loki-config.ts';
import type { Target } from '../target.ts';
import { toYaml } from '../yaml.ts';

/** Loki's configuration. */
export default {
  name: 'loki',
  emit(system) {
    const { loki } = system.stack;
    if (loki === undefined) return { value: [], diagnostics: [] };
    const text = toYaml(generatedFrom(stackFile(system)), lokiConfig(loki));
    return { value: [{ path: loki.configFile, text }], diagnostics: [] };
  },
} satisfies Target;
