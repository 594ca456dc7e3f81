import { placedAllows, runSystem } from '../analyze/index.ts';
import type { Stack } from '../catalog/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { type Artifact, emitSystem } from '../emit/index.ts';
import { expressionsOf, facesOf, type System } from '../model/index.ts';
import type { CheckedStack } from '../prove/index.ts';
import type { SystemRecord } from './cache/index.ts';

/** Takes the output of one system, as it is made; called for one system after the other. */
export type Sink = (system: string, artifacts: Iterable<Artifact>) => void;

/**
 * Emits and analyses one system. What is said of it does not depend on other systems, so that it can be kept.
 *
 * @param files those that were evaluated for it, relative to the root
 * @param keep is given all of the output, whatever of it the sink takes
 */
export function compileSystem(
  system: System,
  files: readonly string[],
  sink: Sink,
  keep: (artifact: Artifact) => void = () => undefined,
): SystemRecord {
  const emitted: Diagnostic[] = [];
  const artifacts = emit(system, emitted, keep);
  sink(system.name, artifacts);
  // Making all of it finds all problems, whatever of it is taken.
  while (artifacts.next().done !== true);
  return {
    name: system.name,
    files,
    expressions: expressionsOf(system).length,
    faces: facesOf(system),
    allows: plainAllows(system),
    analyzed: runSystem(system),
    emitted,
    stack: checkedStack(system.stack),
  };
}

/** A system's artifacts, one target after the other; what the targets find is added to `diagnostics`. */
function* emit(
  system: System,
  diagnostics: Diagnostic[],
  keep: (artifact: Artifact) => void,
): Generator<Artifact, void, undefined> {
  for (const result of emitSystem(system, { systems: [system] })) {
    diagnostics.push(...result.diagnostics);
    for (const artifact of result.value) {
      keep(artifact);
      yield artifact;
    }
  }
}

/** What is written once is the same text for all of its places, not the same object. */
function plainAllows(system: System): SystemRecord['allows'] {
  const numbers = new Map<unknown, string>();
  return placedAllows(system).map((allow) => {
    const { written } = allow;
    if (typeof written === 'string') return allow;
    const number = numbers.get(written) ?? `${system.name} ${numbers.size}`;
    numbers.set(written, number);
    return { ...allow, written: number };
  });
}

function checkedStack({ prometheus, alertmanager, grafana, environment }: Stack): CheckedStack {
  const { rulesFile, configFile, agent } = prometheus;
  return {
    prometheus: { rulesFile, configFile, ...(agent === undefined ? {} : { agent }) },
    ...(alertmanager && { alertmanager: { configFile: alertmanager.configFile } }),
    grafana: { dashboardsPath: grafana.dashboardsPath },
    environment,
  };
}
