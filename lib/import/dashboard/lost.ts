import { differences } from '../../normalise/index.ts';
import type { Kept } from '../import-plan.ts';
import type { DashboardDraft } from './dashboard-draft.ts';
import type { Raw } from './readers.ts';

/** What a dashboard says and its source does not, or the other way round. */
export function differencesOf(draft: DashboardDraft, raw: Raw): readonly Kept[] {
  const { made } = draft;
  // One that has none gets one.
  const wanted = raw.uid === undefined || raw.uid === '' ? { ...raw, uid: made.uid } : raw;
  return differences(wanted, made).map(({ path, before, after }) => ({
    place: path,
    reason: `${shown(before)} became ${shown(after)}`,
  }));
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
