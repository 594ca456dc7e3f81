import { alloyConfig } from '../alloy/index.ts';
import { generatedFrom, stackFile } from '../generated.ts';
import type { Target } from '../target.ts';

/** Alloy's configuration, where Alloy scrapes in place of Prometheus. */
export default {
  name: 'alloy',
  emit(system) {
    const { alloy } = system.stack;
    if (alloy === undefined) return { value: [], diagnostics: [] };
    const text = alloyConfig(system.stack, generatedFrom(stackFile(system)));
    return { value: [{ path: alloy.configFile, text }], diagnostics: [] };
  },
} satisfies Target;
