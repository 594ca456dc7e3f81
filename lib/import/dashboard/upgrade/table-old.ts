import type { JsonValue } from '../../../catalog/index.ts';
import { listOf, type Raw } from '../readers.ts';
import { commonOf, numberOf, parts, textOf, unread, type Upgraded } from './upgraded.ts';

/** The table of Grafana 1 to 6 as the table of today: its transformation becomes steps, its styles overrides. */
export function upgradeTable(panel: Raw): Upgraded {
  const transform = String(panel.transform);
  const steps = Object.hasOwn(TRANSFORMS, transform) ? TRANSFORMS[transform] : undefined;
  const styles = listOf(panel.styles);
  const dropped = [
    ...unread(panel, READ, IDLE),
    ...(steps === undefined && panel.transform !== undefined ? ['transform'] : []),
  ];
  const overrides = styles.flatMap((style) => styleOverride(style, dropped));
  return {
    panel: {
      ...commonOf(panel),
      ...parts({
        type: 'table',
        transformations: [...listOf(panel.transformations), ...(steps?.(panel) ?? [])],
        fieldConfig: { overrides: overrides.length === 0 ? undefined : overrides },
        options: { showHeader: panel.showHeader !== false },
      }),
    },
    dropped,
  };
}

const READ: readonly string[] = ['columns', 'showHeader', 'styles', 'transform'];

/** Sizes and pages, which the new table has none of. */
const IDLE: readonly string[] = [
  'fontSize',
  'pageSize',
  'scroll',
  'sort',
  'span',
  'editable',
  'error',
];

const REDUCERS: Readonly<Record<string, string>> = {
  avg: 'mean',
  min: 'min',
  max: 'max',
  total: 'sum',
  current: 'lastNotNull',
  count: 'count',
};

const TRANSFORMS: Readonly<Record<string, (panel: Raw) => readonly Raw[]>> = {
  timeseries_to_rows: () => [{ id: 'seriesToRows', options: {} }],
  timeseries_to_columns: () => [{ id: 'joinByField', options: { byField: 'Time', mode: 'outer' } }],
  timeseries_aggregations: ({ columns }) => [
    {
      id: 'reduce',
      options: {
        mode: 'seriesToRows',
        reducers: listOf(columns).flatMap(({ value }) =>
          Object.hasOwn(REDUCERS, String(value)) ? (REDUCERS[String(value)] ?? []) : [],
        ),
      },
    },
  ],
  table: () => [{ id: 'merge', options: {} }],
  json: () => [],
  annotations: () => [],
};

function styleOverride(style: Raw, dropped: string[]): Raw[] {
  const { pattern, alias, type, unit, decimals, link, linkUrl, linkTooltip, colorMode } = style;
  if (typeof pattern !== 'string') return [];
  const values: [string, JsonValue | undefined][] = [
    ['displayName', textOf(alias)],
    ['custom.hidden', type === 'hidden' ? true : undefined],
    ['unit', type === 'number' ? textOf(unit) : undefined],
    ['decimals', type === 'number' ? numberOf(decimals) : undefined],
    ['thresholds', thresholdsOf(style)],
    ['custom.cellOptions', cellOf(colorMode)],
    [
      'links',
      link === true
        ? [{ title: String(linkTooltip ?? ''), url: String(linkUrl ?? '') }]
        : undefined,
    ],
  ];
  for (const key of ['valueMaps', 'rangeMaps']) {
    if (listOf(style[key]).length > 0) dropped.push(`styles: ${key}`);
  }
  const properties = values.flatMap(([id, value]) => (value === undefined ? [] : [{ id, value }]));
  if (properties.length === 0) return [];
  const isPattern = pattern.startsWith('/');
  return [{ matcher: { id: isPattern ? 'byRegexp' : 'byName', options: pattern }, properties }];
}

function cellOf(mode: JsonValue | undefined): Raw | undefined {
  if (mode === 'cell' || mode === 'row') {
    return parts({ type: 'color-background', applyToRow: mode === 'row' ? true : undefined });
  }
  return mode === 'value' ? { type: 'color-text' } : undefined;
}

function thresholdsOf({ colorMode, thresholds, colors }: Raw): Raw | undefined {
  if (typeof colorMode !== 'string' || !Array.isArray(colors)) return undefined;
  const limits = Array.isArray(thresholds) ? (thresholds as readonly JsonValue[]) : [];
  const paints = colors as readonly JsonValue[];
  const steps = [null, ...limits.flatMap((text) => numberOf(text) ?? [])].map((value, i) => ({
    color: paints[i] ?? 'red',
    value,
  }));
  return { mode: 'absolute', steps };
}
