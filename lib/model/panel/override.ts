import type { JsonValue } from '../../catalog/index.ts';
import type { PanelKind, PanelTypes } from './panel-types.ts';
import type { FieldChanges, StandardField } from './standard-field.ts';

/** Which fields an override is for. */
export type FieldMatcher =
  | { readonly id: 'byName'; readonly options: string }
  | { readonly id: 'byRegexp'; readonly options: string }
  | { readonly id: 'byType'; readonly options: FieldType }
  | { readonly id: 'byFrameRefID'; readonly options: string }
  | { readonly id: 'other'; readonly matcher: string; readonly value?: JsonValue };

export type FieldType = 'time' | 'number' | 'string' | 'boolean' | 'other';

/** What `Panel.override` takes: the standard options, and those of the panel type. */
export type OverrideOptions<K extends PanelKind> = FieldChanges &
  PanelTypes[K]['field'] & {
    /** Properties that have no option here, by Grafana's ids. */
    readonly raw?: { readonly [id: string]: JsonValue };
  };

/** Other options for some fields. Later overrides win. */
export interface Override {
  readonly matcher: FieldMatcher;
  readonly standard: StandardField;
  /** Of the panel type. */
  readonly field: PanelTypes[PanelKind]['field'];
  /** By Grafana's ids. */
  readonly raw?: { readonly [id: string]: JsonValue };
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

/**
 * What another matcher of Grafana chooses.
 *
 * @example
 * byMatcher('byValue', { op: 'gte', reducer: 'allIsZero', value: 0 })
 */
export function byMatcher(id: string, options?: JsonValue): FieldMatcher {
  return { id: 'other', matcher: id, ...(options === undefined ? {} : { value: options }) };
}
