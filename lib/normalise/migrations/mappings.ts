import { type Draft, draftAt, draftsOf, fieldDefaultsOf, overridesOf, panelsOf } from '../draft.ts';

/** Mappings were a list of single values and ranges before version 30; now the values of one kind are one entry. */
export function valueMappings(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    const defaults = fieldDefaultsOf(panel);
    if (Array.isArray(defaults.mappings)) {
      const { steps } = draftAt(defaults, 'thresholds');
      defaults.mappings = upgraded(draftsOf(defaults.mappings), draftsOf(steps));
    }
    for (const property of overridesOf(panel).flatMap(({ properties }) => draftsOf(properties))) {
      if (property.id === 'mappings') property.value = upgraded(draftsOf(property.value), []);
    }
  }
}

function upgraded(old: readonly Draft[], thresholds: readonly Draft[]): Draft[] {
  const values: Draft = {};
  const others = old.flatMap((mapping): Draft[] => {
    const { type, text, value, from, to } = mapping;
    if (type && mapping.options) return [mapping];
    const color = colorAt(parseFloat(String(text)), thresholds);
    const result = color === undefined ? { text } : { text, color };
    if (type === 1) {
      if (value === null || value === undefined) return [];
      if (value === 'null') return [special(result)];
      values[String(value)] = result;
      return [];
    }
    if (type !== 2) return [];
    if (from === 'null' || to === 'null') return [special(result)];
    return [{ type: 'range', options: { from: Number(from), to: Number(to), result } }];
  });
  return Object.keys(values).length === 0
    ? others
    : [{ type: 'value', options: values }, ...others];
}

function special(result: Draft): Draft {
  return { type: 'special', options: { match: 'null', result } };
}

function colorAt(value: number, thresholds: readonly Draft[]): unknown {
  if (Number.isNaN(value)) return undefined;
  return thresholds.findLast(({ value: from }) => from === null || value >= Number(from))?.color;
}
