import { type Code, json, object } from '../source/index.ts';
import {
  flag,
  isRaw,
  many,
  number,
  one,
  type Raw,
  type Reader,
  reducer,
  text,
  word,
} from './readers.ts';

/** Where an option stands in the JSON, what the model calls it, and how it is read. */
export type OptionRow = readonly [from: string, to: string, read: Reader];

export const TOOLTIP: readonly OptionRow[] = [
  ['tooltip.mode', 'tooltip.mode', one('single', 'multi', 'none')],
  ['tooltip.sort', 'tooltip.sort', one('none', 'asc', 'desc')],
  ['tooltip.hideZeros', 'tooltip.hideZeros', flag],
  ['tooltip.maxWidth', 'tooltip.maxWidth', number],
  ['tooltip.maxHeight', 'tooltip.maxHeight', number],
];

export const LEGEND_PLACE: readonly OptionRow[] = [
  ['legend.showLegend', 'legend.mode', word(new Map([[false, 'hidden']]))],
  ['legend.displayMode', 'legend.mode', one('list', 'table')],
  ['legend.placement', 'legend.placement', one('bottom', 'right')],
  ['legend.sortBy', 'legend.sortBy', text],
  ['legend.sortDesc', 'legend.sortDesc', flag],
  ['legend.width', 'legend.width', number],
];

export const LEGEND: readonly OptionRow[] = [
  ...LEGEND_PLACE,
  ['legend.calcs', 'legend.calcs', many(reducer)],
];

export const REDUCE: readonly OptionRow[] = [
  ['reduceOptions.calcs', 'calcs', many(reducer)],
  ['reduceOptions.values', 'values', flag],
  ['reduceOptions.fields', 'fields', text],
  ['reduceOptions.limit', 'limit', number],
];

export const TEXT_SIZE: readonly OptionRow[] = [
  ['text.titleSize', 'textSize.title', number],
  ['text.valueSize', 'textSize.value', number],
];

export const ORIENTATION: OptionRow = [
  'orientation',
  'orientation',
  one('auto', 'horizontal', 'vertical'),
];

export const HIDE: OptionRow = [
  'hideFrom',
  'hide',
  (value) => {
    if (!isRaw(value)) return undefined;
    const names = ['viz', 'legend', 'tooltip'];
    const isPlain = Object.entries(value).every(
      ([key, hidden]) => names.includes(key) && typeof hidden === 'boolean',
    );
    return isPlain ? json(names.filter((name) => value[name] === true)) : undefined;
  },
];

const SCALE: OptionRow = [
  'scaleDistribution',
  'axis',
  (value) => {
    if (!isRaw(value)) return undefined;
    const { type, log, linearThreshold, ...rest } = value;
    if (Object.keys(rest).length > 0 || (log !== 2 && log !== 10)) return undefined;
    if (type === 'log' && linearThreshold === undefined) return object({ log: json(log) });
    return type === 'symlog' && typeof linearThreshold === 'number'
      ? object({ log: json(log), symlog: json(linearThreshold) })
      : undefined;
  },
];

const PLACEMENT = one('auto', 'left', 'right', 'top', 'bottom', 'hidden');

export function axisRows(prefix: string, to: string): readonly OptionRow[] {
  return [
    [`${prefix}axisLabel`, `${to}.label`, text],
    [`${prefix}axisPlacement`, `${to}.placement`, PLACEMENT],
    [`${prefix}axisSoftMin`, `${to}.softMin`, number],
    [`${prefix}axisSoftMax`, `${to}.softMax`, number],
    [`${prefix}axisWidth`, `${to}.width`, number],
    [`${prefix}axisGridShow`, `${to}.grid`, flag],
    [`${prefix}axisBorderShow`, `${to}.border`, flag],
    [`${prefix}axisCenteredZero`, `${to}.centeredZero`, flag],
    [`${prefix}axisColorMode`, `${to}.color`, one('text', 'series')],
  ];
}

export const AXIS: readonly OptionRow[] = [...axisRows('', 'axis'), SCALE];

export const GRADIENT = one('none', 'opacity', 'hue', 'scheme');

export const THRESHOLDS_STYLE: OptionRow = [
  'thresholdsStyle.mode',
  'thresholdsStyle',
  one('off', 'line', 'dashed', 'area', 'line+area', 'dashed+area', 'series'),
];

export const STACKING: OptionRow = [
  'stacking',
  'stack',
  (value) => {
    if (!isRaw(value)) return undefined;
    const { mode = 'none', group = 'A', ...rest } = value;
    if (Object.keys(rest).length > 0 || typeof group !== 'string') return undefined;
    if (mode === 'none') return group === 'A' ? json('none') : undefined;
    if (mode !== 'normal' && mode !== 'percent') return undefined;
    return group === 'A' ? json(mode) : json({ mode, group });
  },
];

export const LINE: readonly OptionRow[] = [
  ['lineWidth', 'lineWidth', number],
  ['fillOpacity', 'fill', number],
];

/** Milliseconds become a duration. */
export const gap: Reader = (value) => {
  if (typeof value === 'boolean') return json(value);
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? json(value % 1000 === 0 ? `${value / 1000}s` : `${value}ms`)
    : undefined;
};

export const disconnect: Reader = (value) => (value === true ? undefined : gap(value));

export const lineStyle: Reader = (value) => {
  if (!isRaw(value)) return undefined;
  const { fill, dash } = value;
  const dashes = JSON.stringify(dash);
  if (fill === 'solid' && dash === undefined) return json('solid');
  if (fill === 'dash' && dashes === '[10,10]') return json('dash');
  return fill === 'dot' && dashes === '[0,10]' ? json('dot') : undefined;
};

const cell: Reader = (value) => {
  if (!isRaw(value)) return undefined;
  const { type, ...rest } = value as Raw;
  const keys = Object.keys(rest);
  const plain = [
    ...['auto', 'color-text', 'color-background', 'gauge', 'sparkline', 'json-view', 'image'],
    'data-links',
  ];
  if (keys.length === 0) return plain.includes(String(type)) ? json(String(type)) : undefined;
  const allowed: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
    auto: { wrapText: flag },
    'color-text': { wrapText: flag },
    'color-background': { mode: one('basic', 'gradient'), applyToRow: flag, wrapText: flag },
    gauge: {
      mode: one('basic', 'gradient', 'lcd'),
      valueDisplayMode: one('color', 'text', 'hidden'),
    },
  };
  const readers = Object.hasOwn(allowed, String(type)) ? allowed[String(type)] : undefined;
  if (readers === undefined) return undefined;
  const isKnown = keys.every((key) => {
    const item = rest[key];
    return item !== undefined && Object.hasOwn(readers, key) && readers[key]?.(item) !== undefined;
  });
  return isKnown ? json(value) : undefined;
};

export const sortBy: Reader = (value) => {
  if (!Array.isArray(value)) return undefined;
  const columns = (value as readonly Raw[]).map((entry): Code | undefined => {
    if (!isRaw(entry)) return undefined;
    const { displayName, desc, ...rest } = entry;
    if (typeof displayName !== 'string' || Object.keys(rest).length > 0) return undefined;
    if (desc !== undefined && typeof desc !== 'boolean') return undefined;
    return object({
      column: json(displayName),
      desc: desc === undefined ? undefined : json(desc),
    });
  });
  const known = columns.filter((column) => column !== undefined);
  return known.length === columns.length ? { kind: 'list', items: known } : undefined;
};

export const TABLE_FIELD: readonly OptionRow[] = [
  ['align', 'align', one('auto', 'left', 'right', 'center')],
  ['cellOptions', 'cell', cell],
  ['width', 'width', number],
  ['minWidth', 'minWidth', number],
  ['filterable', 'filterable', flag],
  ['hidden', 'hidden', flag],
  ['inspect', 'inspect', flag],
];

export const SCHEMES = [
  ...['Blues', 'BuGn', 'BuPu', 'Cividis', 'Cool', 'GnBu', 'Greens', 'Greys', 'Inferno', 'Magma'],
  ...['OrRd', 'Oranges', 'Plasma', 'PuBu', 'PuRd', 'Purples', 'Rainbow', 'RdBu', 'RdPu', 'RdYlBu'],
  ...[
    'RdYlGn',
    'Reds',
    'Spectral',
    'Turbo',
    'Viridis',
    'Warm',
    'YlGn',
    'YlGnBu',
    'YlOrBr',
    'YlOrRd',
  ],
];
