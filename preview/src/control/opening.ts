import { useSyncExternalStore } from 'react';

/** What a program asked for that is in no address. */
export interface Opening {
  /** Grows: the same dashboard opened again is drawn from the start. */
  readonly count: number;
  readonly expandRows: boolean;
  /** Draw what is below the screen, too. */
  readonly all: boolean;
}

let opening: Opening = { count: 0, expandRows: false, all: false };
const listeners = new Set<() => void>();

export function setOpening(part: Omit<Opening, 'count'>): number {
  opening = { ...part, count: opening.count + 1 };
  for (const listener of listeners) listener();
  return opening.count;
}

export function useOpening(): Opening {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opening,
  );
}
