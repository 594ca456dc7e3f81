import { useMemo, useSyncExternalStore } from 'react';

import { type Address, readAddress, writeAddress } from './address.ts';

const listeners = new Set<() => void>();

function here(): string {
  return window.location.pathname + window.location.search;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

export function useAddress(): Address {
  const url = useSyncExternalStore(subscribe, here);
  return useMemo(() => readAddress(url), [url]);
}

/** Follows a link inside the page: theme and scenario stay unless the link says others. */
export function goTo(url: string): void {
  const now = readAddress(here());
  const next = readAddress(url);
  const isThemed = new URL(url, 'http://page').searchParams.has('theme');
  show({
    ...next,
    theme: isThemed ? next.theme : now.theme,
    scenario: next.scenario ?? now.scenario,
  });
  window.scrollTo(0, 0);
}

/** Changes some of what is shown; going back in the browser undoes it. */
export function change(part: Partial<Address>): void {
  show({ ...readAddress(here()), ...part });
}

function show(address: Address): void {
  window.history.pushState(null, '', writeAddress(address));
  for (const listener of listeners) listener();
}

/** Without a way back: what programs ask for. */
export function replaceAddress(address: Address): void {
  window.history.replaceState(null, '', writeAddress(address));
  for (const listener of listeners) listener();
}
