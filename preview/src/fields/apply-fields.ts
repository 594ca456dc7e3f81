import {
  applyFieldOverrides,
  cacheFieldDisplayNames,
  type DataFrame,
  type FieldConfigSource,
  type GrafanaTheme2,
  type InterpolateFunction,
} from '@grafana/data';

import { safeHref } from '../links/index.ts';
import { fieldRegistry } from './field-registry.ts';

/** Frames with names, units, colours and links: defaults first, then overrides in their order. */
export function applyFields(
  frames: DataFrame[],
  fieldConfig: FieldConfigSource,
  theme: GrafanaTheme2,
  replace: InterpolateFunction,
): DataFrame[] {
  const applied = applyFieldOverrides({
    data: frames,
    fieldConfig,
    fieldConfigRegistry: fieldRegistry(fieldConfig),
    replaceVariables: replace,
    theme,
    timeZone: 'utc',
    dataLinkPostProcessor: ({ linkModel }) => {
      const href = safeHref(linkModel.href);
      return href === undefined ? undefined : { ...linkModel, href, onClick: undefined as never };
    },
  });
  cacheFieldDisplayNames(applied);
  return applied;
}
