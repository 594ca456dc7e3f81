import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Project, Scenario, System } from '../../model/index.ts';
import type { WorldTools } from '../world/index.ts';
import { type Verified, verifyWorld } from './verify-world.ts';

/** One world that is verified: a system that is healthy, or one of its scenarios. */
export interface WorldName {
  readonly system: string;
  /** Absent: healthy. */
  readonly scenario?: string;
}

export interface VerifyOptions {
  /** Only this scenario of each system; `healthy` for none. Default: the healthy world and all scenarios. */
  readonly scenario?: string;
  /** Called when a world was verified. */
  readonly onVerified?: (world: WorldName, verified: Verified, milliseconds: number) => void;
}

/** Of all worlds together. */
export interface VerifySummary {
  readonly diagnostics: readonly Diagnostic[];
  readonly worlds: number;
  readonly queries: number;
  readonly series: number;
  readonly samples: number;
}

/** Systems at once: while Prometheus answers for one, blocks of another are made. */
const PARALLEL = 2;

/**
 * Verifies the worlds of a project.
 *
 * @throws Failure
 */
export async function verifyProject(
  project: Project,
  options: VerifyOptions,
  tools: WorldTools,
): Promise<VerifySummary> {
  const found: Verified[] = [];
  const waiting = [...project.systems];
  const work = async () => {
    for (let system = waiting.shift(); system !== undefined; system = waiting.shift()) {
      for (const scenario of worldsOf(system, options.scenario)) {
        const start = performance.now();
        const verified = await verifyWorld(system, project, scenario, tools);
        found.push(verified);
        const name = scenario === undefined ? {} : { scenario: scenario.name };
        options.onVerified?.({ system: system.name, ...name }, verified, performance.now() - start);
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const sum = (of: (verified: Verified) => number) => found.reduce((n, each) => n + of(each), 0);
  return {
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    worlds: found.length,
    queries: sum(({ queries }) => queries),
    series: sum(({ size }) => size.series),
    samples: sum(({ size }) => size.samples),
  };
}

/** `undefined` is the healthy world. */
function worldsOf(system: System, only: string | undefined): readonly (Scenario | undefined)[] {
  const scenarios = system.world?.value.scenarios ?? [];
  if (only === undefined) return [undefined, ...scenarios];
  return only === 'healthy' ? [undefined] : scenarios.filter(({ name }) => name === only);
}
