import type { Project, Scenario, System } from '../../model/index.ts';
import {
  Failure,
  type RunningWorld,
  startWorld,
  worldKey,
  type WorldTools,
} from '../../prove/index.ts';
import type { OpenData, PreviewData } from './preview-data.ts';
import { World } from './world.ts';

/** Worlds that are kept running: each takes some 150 MB. */
const MOST = 4;

interface Wanted {
  readonly system: System;
  readonly scenario: Scenario | undefined;
  readonly key: string;
}

/** Synthesised data: a Prometheus for each system and scenario, started when somebody asks for it. */
export class Worlds implements PreviewData {
  readonly kind = 'synthesised';
  readonly #tools: WorldTools;
  #project: Project;
  /** By `system/scenario`; the one that was used last is the last. */
  readonly #worlds = new Map<string, World>();
  /** Those that are to take the place of others. */
  readonly #coming = new Set<World>();
  /** What the data of a world depends on, by the world's name; of the project as it is. */
  readonly #keys = new Map<string, string>();
  /** Two worlds of a system have most blocks in common: made one after the other, they are made once. */
  readonly #starts = new Map<string, Promise<unknown>>();

  /** @param tools whoever made their workplace closes it */
  constructor(project: Project, tools: WorldTools) {
    this.#project = project;
    this.#tools = tools;
  }

  /**
   * Takes other sources. A world whose data would be another goes on answering until the new one runs.
   *
   * @param onReady called whenever a new one took the place of an old one
   */
  update(project: Project, onReady: () => void): void {
    this.#project = project;
    this.#keys.clear();
    for (const [name, world] of this.#worlds) {
      const wanted = this.#wanted(name);
      if (wanted === undefined) this.#drop(name);
      else if (wanted.key !== world.key) void this.#renew(name, wanted, onReady);
    }
  }

  async use<T>(
    system: string,
    scenario: string | undefined,
    ask: (data: OpenData) => Promise<T>,
  ): Promise<T> {
    const name = `${system}/${scenario ?? ''}`;
    const world = this.#world(name);
    try {
      return await world.use(ask);
    } catch (error) {
      // The next one who asks starts it again.
      if ((await world.hasEnded()) && this.#worlds.get(name) === world) this.#drop(name);
      throw error;
    }
  }

  /** Ends all of them. */
  async close(): Promise<void> {
    const worlds = [...this.#worlds.values(), ...this.#coming];
    this.#worlds.clear();
    await Promise.all(worlds.map((world) => world.drop()));
  }

  #world(name: string): World {
    const known = this.#worlds.get(name);
    if (known !== undefined) {
      this.#worlds.delete(name);
      this.#worlds.set(name, known);
      return known;
    }
    const wanted = this.#wanted(name);
    if (wanted === undefined) throw new Failure(`there is no world \`${name}\``);
    const world = new World(wanted.key, this.#start(wanted));
    this.#worlds.set(name, world);
    const [oldest] = this.#worlds.keys();
    if (this.#worlds.size > MOST && oldest !== undefined) this.#drop(oldest);
    return world;
  }

  /** A new world that does not start is started again by the next one who asks, who is told why. */
  async #renew(name: string, wanted: Wanted, onReady: () => void): Promise<void> {
    const before = this.#worlds.get(name);
    const world = new World(wanted.key, this.#start(wanted));
    this.#coming.add(world);
    const isStarted = !(await world.hasEnded());
    this.#coming.delete(world);
    const isWanted = this.#worlds.get(name) === before && this.#wanted(name)?.key === wanted.key;
    if (isWanted) this.#drop(name);
    if (isWanted && isStarted) this.#worlds.set(name, world);
    else void world.drop();
    if (isWanted) onReady();
  }

  #start({ system, scenario }: Wanted): Promise<RunningWorld> {
    const project = this.#project;
    const before = this.#starts.get(system.name) ?? Promise.resolve();
    const running = before
      .catch(() => undefined)
      .then(() => startWorld(system, project, scenario, this.#tools));
    this.#starts.set(system.name, running);
    return running;
  }

  #wanted(name: string): Wanted | undefined {
    const [systemName, scenarioName] = name.split('/');
    const system = this.#project.systems.find((each) => each.name === systemName);
    const scenarios = system?.world?.value.scenarios ?? [];
    const scenario = scenarios.find((each) => each.name === scenarioName);
    if (system === undefined || (scenarioName !== '' && scenario === undefined)) return undefined;
    const key = this.#keys.get(name) ?? worldKey(system, scenario, this.#tools.generator);
    this.#keys.set(name, key);
    return { system, scenario, key };
  }

  #drop(name: string): void {
    const world = this.#worlds.get(name);
    this.#worlds.delete(name);
    void world?.drop();
  }
}
