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

/**
 * Listens to the server while the page is looked at. A browser has six connections to a server, for all its tabs and the
 * pages that it keeps for the way back: were each of them listening, the seventh page would wait for ever.
 */
export async function followState(): Promise<void> {
  let events: EventSource | undefined;
  const rest = () => {
    events?.close();
    events = undefined;
  };
  const follow = () => {
    if (!document.hidden) events ??= listen();
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : follow()));
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', follow);
  follow();
  set({ state: await fetchState() });
}

/** The browser tries again by itself, each second. */
function listen(): EventSource {
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
  return events;
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
