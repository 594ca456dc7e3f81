/** A JSON object that is being changed: a copy of what was read. */
export type Draft = Record<string, unknown>;

export function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list; nothing where it is no list. */
export function draftsOf(value: unknown): Draft[] {
  return Array.isArray(value) ? value.filter(isDraft) : [];
}

/** The object at `key`; an empty one that belongs to nobody where there is none. */
export function draftAt(draft: Draft, key: string): Draft {
  const value = draft[key];
  return isDraft(value) ? value : {};
}

/** Removes keys. */
export function drop(draft: Draft, ...keys: readonly string[]): void {
  for (const key of keys) delete draft[key];
}

/** All panels of a dashboard in the layout of today, also those in closed rows, without the rows themselves. */
export function panelsOf(dashboard: Draft): Draft[] {
  return draftsOf(dashboard.panels).flatMap((panel) =>
    panel.type === 'row' ? draftsOf(panel.panels) : [panel],
  );
}

/** All variables. */
export function variablesOf(dashboard: Draft): Draft[] {
  return draftsOf(draftAt(dashboard, 'templating').list);
}

/** All annotation queries. */
export function annotationsOf(dashboard: Draft): Draft[] {
  return draftsOf(draftAt(dashboard, 'annotations').list);
}

/** The options of a panel's fields: of all, and of each override as an id and a value. */
export function fieldDefaultsOf(panel: Draft): Draft {
  return draftAt(draftAt(panel, 'fieldConfig'), 'defaults');
}

export function overridesOf(panel: Draft): Draft[] {
  return draftsOf(draftAt(panel, 'fieldConfig').overrides);
}

/** Whether two JSON values are the same. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => isEqual(item, b[i]))
    );
  }
  if (!isDraft(a) || !isDraft(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

export function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : isDraft(value) && Object.keys(value).length === 0;
}
