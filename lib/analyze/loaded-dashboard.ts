import type { Dashboard, Loaded } from '../model/index.ts';
import type { Analysis } from './analysis.ts';

/** The dashboard of a file that holds one. */
export function loadedDashboard({ loaded }: Analysis): Loaded<Dashboard> | undefined {
  const { value } = loaded;
  return value.kind === 'dashboard' ? { ...loaded, value } : undefined;
}
