import type { PanelKind, PanelTypes } from './panel-types.ts';
import type { FieldChanges, StandardField } from './standard-field.ts';

/** Which fields an override is for. */
export type FieldMatcher =
  | { readonly id: 'byName'; readonly options: string }
  | { readonly id: 'byRegexp'; readonly options: string }
  | { readonly id: 'byType'; readonly options: FieldType }
  | { readonly id: 'byFrameRefID'; readonly options: string };

export type FieldType = 'time' | 'number' | 'string' | 'boolean' | 'other';

/** What `Panel.override` takes: the standard options, and those of the panel type. */
export type OverrideOptions<K extends PanelKind> = FieldChanges & PanelTypes[K]['field'];

/** Other options for some fields. Later overrides win. */
export interface Override {
  readonly matcher: FieldMatcher;
  readonly standard: StandardField;
  /** Of the panel type. */
  readonly field: PanelTypes[PanelKind]['field'];
}

/** The series with this name, as the legend shows it. */
export function byName(name: string): FieldMatcher {
  return { id: 'byName', options: name };
}

/**
 * All series whose name a JavaScript regular expression matches.
 *
 * @example
 * .override(byRegex(/5../), { color: 'red' })
 */
export function byRegex(regex: RegExp | string): FieldMatcher {
  return { id: 'byRegexp', options: typeof regex === 'string' ? regex : String(regex) };
}

/** All fields of a type: the time of a table, its numbers, its texts. */
export function byType(type: FieldType): FieldMatcher {
  return { id: 'byType', options: type };
}

/** All series of one query, by its `refId`. */
export function byQuery(refId: string): FieldMatcher {
  return { id: 'byFrameRefID', options: refId };
}
