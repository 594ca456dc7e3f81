import type { FieldMatcher, Override, OverrideOptions } from './override.ts';
import type { PanelKind } from './panel-types.ts';
import type { FieldChanges, StandardField } from './standard-field.ts';
import { toThresholds } from './thresholds.ts';

const STANDARD = [
  'unit',
  'decimals',
  'min',
  'max',
  'color',
  'thresholds',
  'mappings',
  'noValue',
  'links',
  'displayName',
] as const satisfies readonly (keyof StandardField)[];

/** Parts the standard options of an override from those of the panel type. */
export function splitOverride<K extends PanelKind>(
  matcher: FieldMatcher,
  options: OverrideOptions<K>,
): Override {
  const { thresholds, raw, ...rest }: FieldChanges & Pick<Override, 'raw'> = options;
  const isStandard = ([key]: [string, unknown]) => (STANDARD as readonly string[]).includes(key);
  const entries = Object.entries<unknown>(rest);
  return Object.freeze({
    matcher,
    standard: {
      ...Object.fromEntries(entries.filter(isStandard)),
      ...(thresholds === undefined ? {} : { thresholds: toThresholds(thresholds) }),
    },
    field: Object.fromEntries(entries.filter((entry) => !isStandard(entry))),
    ...(raw === undefined ? {} : { raw }),
  });
}
