import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { TARGETS } from '../../emit/index.ts';
import type { Project, Scenario, System } from '../../model/index.ts';
import { startPrometheus } from '../prometheus-server/index.ts';
import type { TimeFrame } from '../synthesise/index.ts';
import { Failure } from '../workplace/index.ts';
import { frameOf } from './frame-of.ts';
import { LOOKBACK, makeBlocks, type WorldSize, type WorldTools } from './world-blocks.ts';

/** A Prometheus with the synthesised data of a system and its rules. */
export interface RunningWorld {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** `frame.end` is what dashboards take for now. */
  readonly frame: TimeFrame;
  readonly size: WorldSize;
  /** Why Prometheus ended by itself; `undefined` while it runs. */
  ended(): string | undefined;
  /** Ends Prometheus and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the world of a system: healthy, or with the incident of a scenario in its last two hours.
 *
 * @example
 * const world = await startWorld(system, project, scenario, tools);
 * await fetch(`${world.url}/api/v1/query?query=up&time=${world.frame.end}`);
 * await world.stop();
 *
 * @throws Failure where the disk is full, a program ends, or the work is interrupted
 */
export async function startWorld(
  system: System,
  project: Project,
  scenario: Scenario | undefined,
  tools: WorldTools,
): Promise<RunningWorld> {
  const { workplace } = tools;
  const frame = frameOf(system);
  try {
    // The same world may be started anew while the one of before still answers.
    const folder = await mkdtemp(
      join(workplace.folder, `${system.name}-${scenario?.name ?? 'healthy'}-`),
    );
    const data = join(folder, 'data');
    const size = await makeBlocks(data, system, frame, scenario, tools);
    const rules = await writeRules(system, project, join(folder, 'rules'));
    const options = { program: tools.prometheus, data, rules, lookback: LOOKBACK };
    const server = await startPrometheus(workplace, options);
    return {
      url: server.url,
      frame,
      size,
      ended: () => server.ended(),
      stop: async () => {
        await server.stop();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    throw Failure.of(error, `prepare the world of ${system.name}`);
  }
}

/** The rule files as they are emitted: Prometheus does not start where it refuses one. */
async function writeRules(
  system: System,
  project: Project,
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const emitted = TARGETS.find(({ name }) => name === 'prometheus-rules')?.emit(system, project);
  const paths: string[] = [];
  for (const { path, text } of emitted?.value ?? []) {
    const file = join(folder, basename(path));
    await writeFile(file, text);
    paths.push(file);
  }
  return paths;
}
