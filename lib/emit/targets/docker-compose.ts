import { composeFile } from '../compose/index.ts';
import { grafanaDockerfile, prometheusDockerfile } from '../dockerfile.ts';
import { entrypoint, entrypointFile, prometheusVariables } from '../entrypoint.ts';
import { generatedFrom, stackFile } from '../generated.ts';
import type { Artifact, Target } from '../target.ts';
import { toYaml } from '../yaml.ts';

/** What starts the stack: the Compose file, the Dockerfiles, the entrypoint that fills in the variables. */
export default {
  name: 'docker-compose',
  emit(system) {
    const { stack } = system;
    const { compose, grafana, prometheus } = stack;
    const files: Artifact[] = [];
    if (compose !== undefined) {
      const text = toYaml(generatedFrom(stackFile(system)), composeFile(system));
      files.push({ path: compose.file, text });
    }
    if (prometheus.dockerfile !== undefined) {
      files.push({ path: prometheus.dockerfile, text: prometheusDockerfile(system) });
    }
    if (grafana.dockerfile !== undefined) {
      files.push({ path: grafana.dockerfile, text: grafanaDockerfile(system) });
    }
    if (prometheusVariables(system).length > 0) {
      files.push({ path: entrypointFile(stack), text: entrypoint(system), mode: 0o755 });
    }
    return { value: files, diagnostics: [] };
  },
} satisfies Target;
