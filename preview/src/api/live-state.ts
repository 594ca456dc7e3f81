import { useSyncExternalStore } from 'react';

import type { PreviewState } from '../../../lib/preview/protocol.ts';
import { fetchState } from './client.ts';

export interface LiveState {
  /** Absent until the server has answered for the first time. */
  readonly state: PreviewState | undefined;
  /** The server does not answer; what is shown is what it said last. */
  readonly isLost: boolean;
}

let live: LiveState = { state: undefined, isLost: false };
const listeners = new Set<() => void>();

function set(next: Partial<LiveState>): void {
  live = { ...live, ...next };
  for (const listener of listeners) listener();
}

/** Listens to the server for as long as the page is open. The browser tries again by itself, each second. */
export async function followState(): Promise<void> {
  const events = new EventSource('/events');
  events.addEventListener('state', (event: MessageEvent<string>) => {
    set({ state: JSON.parse(event.data) as PreviewState, isLost: false });
  });
  events.addEventListener('error', () => set({ isLost: true }));
  // It may have missed a state while it was away.
  events.addEventListener('open', () => {
    fetchState().then(
      (state) => set({ state, isLost: false }),
      () => set({ isLost: true }),
    );
  });
  set({ state: await fetchState() });
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => live,
  );
}
