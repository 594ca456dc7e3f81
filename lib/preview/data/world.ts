import { PrometheusApi, type RunningWorld } from '../../prove/index.ts';
import type { OpenData } from './preview-data.ts';

/** A world that starts, or runs. It ends when nobody uses it any more. */
export class World {
  /** What its data depends on. */
  readonly key: string;
  readonly #running: Promise<RunningWorld>;
  readonly #data: Promise<OpenData>;
  #users = 0;
  #isDropped = false;

  constructor(key: string, running: Promise<RunningWorld>) {
    this.key = key;
    this.#running = running;
    this.#data = running.then(({ url, frame }) => ({
      api: new PrometheusApi(url),
      now: frame.end,
      key,
    }));
    // Whoever uses it meets its failure.
    this.#data.catch(() => undefined);
  }

  async use<T>(ask: (data: OpenData) => Promise<T>): Promise<T> {
    this.#users++;
    try {
      return await ask(await this.#data);
    } finally {
      this.#users--;
      await this.#stopUnused();
    }
  }

  /** Whether it never started, or has ended by itself. Waits until it is started. */
  async hasEnded(): Promise<boolean> {
    return this.#running.then(
      (world) => world.ended() !== undefined,
      () => true,
    );
  }

  /** Ends it, once nobody uses it. */
  async drop(): Promise<void> {
    this.#isDropped = true;
    await this.#stopUnused();
  }

  async #stopUnused(): Promise<void> {
    if (!this.#isDropped || this.#users > 0) return;
    await this.#running.then(
      (world) => world.stop(),
      () => undefined,
    );
  }
}
