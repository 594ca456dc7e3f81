import type { JsonValue } from '../../../catalog/index.ts';
import { listOf, type Raw, rawAt } from '../readers.ts';
import { commonOf, numberOf, parts, textOf, unread, type Upgraded } from './upgraded.ts';

/** The single value of Grafana 1 to 6 as a stat, or as a gauge where it was drawn as one. */
export function upgradeSinglestat(panel: Raw): Upgraded {
  const gauge = rawAt(panel, 'gauge');
  const isGauge = gauge.show === true;
  const isColored = panel.colorBackground === true || panel.colorValue === true;
  const steps = stepsOf(panel);
  const chosen = String(panel.valueName);
  const calc = (Object.hasOwn(CALCS, chosen) ? CALCS[chosen] : undefined) ?? 'mean';
  const affixes = ['prefix', 'postfix'].filter((key) => textOf(panel[key]) !== undefined);
  return {
    panel: {
      ...commonOf(panel),
      ...parts({
        type: isGauge ? 'gauge' : 'stat',
        fieldConfig: {
          defaults: {
            unit: textOf(panel.format),
            decimals: numberOf(panel.decimals),
            noValue: textOf(panel.nullText),
            mappings: mappingsOf(panel),
            thresholds: (isColored || isGauge) && steps ? { mode: 'absolute', steps } : undefined,
            min: isGauge ? numberOf(gauge.minValue) : undefined,
            max: isGauge ? numberOf(gauge.maxValue) : undefined,
          },
        },
        options: isGauge
          ? {
              reduceOptions: { calcs: [calc] },
              showThresholdLabels: gauge.thresholdLabels === true,
              showThresholdMarkers: gauge.thresholdMarkers !== false,
            }
          : {
              reduceOptions: { calcs: [calc] },
              colorMode:
                panel.colorBackground === true ? 'background' : isColored ? 'value' : 'none',
              graphMode: rawAt(panel, 'sparkline').show === true ? 'area' : 'none',
            },
      }),
    },
    dropped: [...unread(panel, READ, IDLE), ...affixes],
  };
}

const CALCS: Readonly<Record<string, string>> = {
  avg: 'mean',
  current: 'lastNotNull',
  first: 'firstNotNull',
  max: 'max',
  min: 'min',
  total: 'sum',
  delta: 'delta',
  diff: 'diff',
  range: 'range',
  last_time: 'last',
  name: 'last',
};

const READ: readonly string[] = [
  ...['colorBackground', 'colorValue', 'colors', 'decimals', 'format', 'gauge', 'mappingType'],
  ...['mappingTypes', 'nullText', 'prefix', 'postfix', 'rangeMaps', 'sparkline', 'thresholds'],
  ...['valueMaps', 'valueName'],
];

/** Sizes, which the new panel chooses itself, and what had no effect. */
const IDLE: readonly string[] = [
  ...['prefixFontSize', 'postfixFontSize', 'valueFontSize', 'tableColumn', 'nullPointMode'],
  ...['editable', 'error', 'span', 'hideTimeOverride', 'cacheTimeout'],
];

/** `10,20` and three colours. */
function stepsOf({ thresholds, colors }: Raw): Raw[] | undefined {
  const limits = String(textOf(thresholds) ?? '')
    .split(',')
    .flatMap((text) => numberOf(text) ?? []);
  const paints = Array.isArray(colors) ? (colors as readonly JsonValue[]) : [];
  if (paints.length === 0) return undefined;
  return [null, ...limits].map((value, i) => ({ color: paints[i] ?? 'red', value }));
}

function mappingsOf(panel: Raw): Raw[] | undefined {
  if (panel.mappingType === 2) {
    const ranges = listOf(panel.rangeMaps).map(({ from, to, text }): Raw => {
      if (from === 'null') return special(text);
      return {
        type: 'range',
        options: {
          from: numberOf(from) ?? null,
          to: numberOf(to) ?? null,
          result: { text: String(text) },
        },
      };
    });
    return ranges.length === 0 ? undefined : ranges;
  }
  const maps = listOf(panel.valueMaps);
  const values = maps.filter(({ value }) => value !== 'null' && value !== undefined);
  const named = Object.fromEntries(
    values.map(({ value, text }) => [String(value), { text: String(text) }]),
  );
  const missing = maps.filter(({ value }) => value === 'null').map(({ text }) => special(text));
  const all = [...(values.length > 0 ? [{ type: 'value', options: named }] : []), ...missing];
  return all.length === 0 ? undefined : all;
}

function special(text: JsonValue | undefined): Raw {
  return { type: 'special', options: { match: 'null', result: { text: String(text) } } };
}
