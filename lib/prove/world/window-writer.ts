import type { System } from '../../model/index.ts';
import { type TimeFrame, type TimeWindow, WorldData, writeWindow } from '../synthesise/index.ts';

/** What becomes one block. */
export interface Part {
  readonly window: TimeWindow;
  /** Only the targets of this job. Absent: all. */
  readonly job?: string;
  readonly key: string;
}

/** Writes windows as text. They can only be made in order: those that are there already are passed without being written. */
export class WindowWriter {
  readonly #system: System;
  readonly #frame: TimeFrame;
  readonly #world: WorldData;
  #passed = 0;
  #isAtIncident = false;

  constructor(system: System, frame: TimeFrame, world: WorldData) {
    this.#system = system;
    this.#frame = frame;
    this.#world = world;
  }

  write({ window, job }: Part, file: string): ReturnType<typeof writeWindow> {
    const { windows } = this.#frame;
    if (job !== undefined) {
      this.#goToIncident();
      return writeWindow(this.#world, window, file, job);
    }
    const index = windows.indexOf(window);
    for (const each of windows.slice(this.#passed, index)) writeWindow(this.#world, each);
    this.#passed = index + 1;
    return writeWindow(this.#world, window, file);
  }

  #goToIncident(): void {
    if (this.#isAtIncident) return;
    this.#isAtIncident = true;
    if (this.#passed < this.#frame.windows.length - 1) {
      this.#world.goOnFrom(atIncident(this.#system, this.#frame));
    } else {
      remember(this.#system, this.#frame, this.#world);
    }
  }
}

/** The healthy world at the beginning of all incidents, by system. */
const healthyAtIncident = new WeakMap<System, WorldData>();

function remember(system: System, frame: TimeFrame, world: WorldData): WorldData {
  const copy = new WorldData(system, frame);
  copy.goOnFrom(world);
  healthyAtIncident.set(system, copy);
  return copy;
}

function atIncident(system: System, frame: TimeFrame): WorldData {
  const known = healthyAtIncident.get(system);
  if (known !== undefined) return known;
  const world = new WorldData(system, frame);
  for (const window of frame.windows.slice(0, -1)) writeWindow(world, window);
  return remember(system, frame, world);
}
