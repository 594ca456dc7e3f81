/**
 * Runs a task when it is its turn.
 *
 * @param priority lower ones come first; among equals, who asked first
 */
export type InTurn = <T>(priority: number, task: () => Promise<T>) => Promise<T>;

interface Waiting {
  readonly priority: number;
  readonly start: () => void;
}

/** @param atOnce tasks that run at the same time */
export function queueOf(atOnce: number): InTurn {
  const waiting: Waiting[] = [];
  let running = 0;
  return async (priority, task) => {
    if (running >= atOnce) {
      await new Promise<void>((start) => {
        const after = waiting.findIndex((other) => other.priority > priority);
        waiting.splice(after === -1 ? waiting.length : after, 0, { priority, start });
      });
    } else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next.start();
    }
  };
}
