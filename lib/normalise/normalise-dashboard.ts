import type { JsonValue } from '../catalog/index.ts';
import { DEFAULTS } from './defaults.ts';
import { type Draft, isDraft } from './draft.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { NOISE } from './noise.ts';
import type { NormaliserRule } from './rule.ts';
import { ORDER, SPELLING } from './spelling.ts';

/** All rules, in the order in which they are applied. */
export const NORMALISER_RULES: readonly NormaliserRule[] = [
  ...MIGRATIONS,
  ...NOISE,
  ...SPELLING,
  ...DEFAULTS,
  ...ORDER,
];

/**
 * A classic dashboard in the one form that all have which Grafana shows the same: migrated to the schema of today,
 * without what Grafana assumes anyway and without what an editor left. Two dashboards are the same where these are
 * deeply equal. See `NORMALISER_RULES` for each step and its reason.
 *
 * @param dashboard classic JSON, alone; see `classicDashboardIn` for files that wrap one
 */
export function normaliseDashboard(dashboard: object): { readonly [key: string]: JsonValue } {
  const draft = copied(dashboard) as Draft;
  const version = Number(draft.schemaVersion ?? 0);
  for (const { version: until, apply } of NORMALISER_RULES) {
    if (until === undefined || version < until) apply(draft);
  }
  return sorted(draft) as { readonly [key: string]: JsonValue };
}

/** Much faster than `structuredClone`, which JSON does not need. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isDraft(value)) return value;
  const copy: Draft = {};
  for (const key of Object.keys(value)) copy[key] = copied(value[key]);
  return copy;
}

/** Keys in order, so that a comparison and a reader see the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isDraft(value)) return value;
  const result: Draft = {};
  for (const key of Object.keys(value).sort()) {
    if (value[key] !== undefined) result[key] = sorted(value[key]);
  }
  return result;
}

/**
 * The classic dashboard in a file: alone, as `{"dashboard": …}`, or as a resource of version 1.
 *
 * @returns a sentence where there is none
 */
export function classicDashboardIn(file: unknown): object | string {
  if (!isDraft(file))
    return `it is ${Array.isArray(file) ? 'a list' : 'no object'}, not a dashboard`;
  if (isDraft(file.dashboard)) return classicDashboardIn(file.dashboard);
  if (typeof file.apiVersion === 'string' && isDraft(file.spec)) {
    const { name } = isDraft(file.metadata) ? file.metadata : {};
    return classicDashboardIn({ ...(typeof name === 'string' ? { uid: name } : {}), ...file.spec });
  }
  if (isDraft(file.elements)) {
    return 'it is a dashboard of schema version 2; save it as classic JSON first';
  }
  if (!Array.isArray(file.panels) && !Array.isArray(file.rows)) {
    return 'it has neither `panels` nor `rows`, so it is no dashboard';
  }
  return file;
}
