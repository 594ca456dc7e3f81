import { FieldColorModeId, type FieldConfig, type FieldConfigSource } from '@grafana/data';

import { isRecord, type Json, recordOf, recordsOf, textOf } from '../json.ts';
import { COLOR_MODES, PANEL_DEFAULTS } from '../panels/panel-defaults.ts';

/** A panel's field configuration with what Grafana assumes for panels of its type. */
export function fieldConfigOf(type: string, fieldConfig: Json): FieldConfigSource {
  const defaults = recordOf(fieldConfig['defaults']);
  return {
    defaults: {
      ...(defaults as FieldConfig),
      color: {
        mode: COLOR_MODES[type] ?? FieldColorModeId.Thresholds,
        ...recordOf(defaults['color']),
      } as FieldConfig['color'] & object,
      thresholds: thresholdsOf(defaults['thresholds']),
      custom: withDefaults(recordOf(defaults['custom']), PANEL_DEFAULTS[type]?.custom ?? {}),
    },
    overrides: recordsOf(fieldConfig['overrides']).map((rule) => ({
      matcher: { id: 'byName', ...recordOf(rule['matcher']) },
      properties: recordsOf(rule['properties']).map(({ id, value }) => ({
        id: textOf(id),
        value: id === 'thresholds' ? thresholdsOf(value) : value,
      })),
    })),
  };
}

const THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { color: 'green', value: null },
    { color: 'red', value: 80 },
  ],
};

/** JSON has no -Infinity: the first step's value is null there, or not said. */
function thresholdsOf(thresholds: unknown): FieldConfig['thresholds'] & object {
  const { mode, steps } = isRecord(thresholds) ? thresholds : THRESHOLDS;
  return {
    mode: mode === 'percentage' ? 'percentage' : 'absolute',
    steps: recordsOf(steps)
      .map(({ color, value }) => ({
        color: textOf(color),
        value: typeof value === 'number' ? value : -Infinity,
      }))
      .sort((a, b) => a.value - b.value),
  } as FieldConfig['thresholds'] & object;
}

/** At every depth; lists are taken as they are. */
export function withDefaults(value: Json, defaults: Json): Json {
  const merged: Record<string, unknown> = { ...defaults };
  for (const [key, own] of Object.entries(value)) {
    const assumed = defaults[key];
    merged[key] = isRecord(own) && isRecord(assumed) ? withDefaults(own, assumed) : own;
  }
  return merged;
}
