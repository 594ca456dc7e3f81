import { prometheusConfig } from '../prometheus-config.ts';
import type { Target } from '../target.ts';

/** Prometheus's configuration: what it scrapes, which rules it loads, where it sends samples. */
export default {
  name: 'prometheus-config',
  emit(system) {
    const { configFile } = system.stack.prometheus;
    return { value: [{ path: configFile, text: prometheusConfig(system) }], diagnostics: [] };
  },
} satisfies Target;
