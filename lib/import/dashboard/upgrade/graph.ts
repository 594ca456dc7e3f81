import type { JsonValue } from '../../../catalog/index.ts';
import { isRaw, listOf, type Raw, rawAt } from '../readers.ts';
import {
  commonOf,
  numberOf,
  parts,
  type Parts,
  textOf,
  unread,
  type Upgraded,
} from './upgraded.ts';

/** The graph of Grafana 1 to 7 as a time series panel. */
export function upgradeGraph(panel: Raw): Upgraded {
  const [left = {}, right = {}] = listOf(panel.yaxes);
  const { steps, style, dropped: lines } = thresholdsOf(panel);
  const isNullZero = panel.nullPointMode === 'null as zero';
  const dropped = [
    ...unread(panel, READ, IDLE),
    ...(isNullZero ? ['nullPointMode: null as zero'] : []),
    ...lines,
  ];
  const overrides = [
    ...Object.entries(rawAt(panel, 'aliasColors')).map(([alias, color]) =>
      override(alias, [{ id: 'color', value: fixed(color) }]),
    ),
    ...listOf(panel.seriesOverrides).flatMap((each) => seriesOverride(each, right, dropped)),
  ];
  const custom: Parts = {
    ...drawn(panel),
    spanNulls: panel.nullPointMode === 'connected' ? true : undefined,
    stacking: stackingOf(panel),
    ...axisOf(left),
    thresholdsStyle: style === undefined ? undefined : { mode: style },
  };
  return {
    panel: {
      ...commonOf(panel),
      ...parts({
        type: 'timeseries',
        fieldConfig: {
          defaults: {
            custom,
            unit: textOf(left.format),
            min: numberOf(left.min),
            max: numberOf(left.max),
            decimals: numberOf(left.decimals ?? panel.decimals),
            thresholds: steps && { mode: 'absolute', steps },
          },
          overrides: overrides.length === 0 ? undefined : overrides,
        },
        options: { legend: legendOf(rawAt(panel, 'legend')), tooltip: tooltipOf(panel) },
      }),
    },
    dropped,
  };
}

const READ: readonly string[] = [
  ...['aliasColors', 'bars', 'decimals', 'fill', 'legend', 'lines', 'linewidth', 'nullPointMode'],
  ...['percentage', 'pointradius', 'points', 'seriesOverrides', 'stack', 'steppedLine'],
  ...['thresholds', 'tooltip', 'yaxes', 'dashes', 'dashLength', 'spaceLength', 'fillGradient'],
];

/** What a graph has always written and what had no effect of its own. */
const IDLE: readonly string[] = [
  ...['renderer', 'xaxis', 'yaxis', 'hiddenSeries', 'editable', 'error', 'span', 'timeRegions'],
];

function drawn(options: Raw): Parts {
  const { lines, bars, points, fill, linewidth, pointradius, steppedLine, fillGradient } = options;
  const isDashed = options.dashes === true;
  const style = bars === true ? 'bars' : points === true && lines === false ? 'points' : undefined;
  return {
    drawStyle: style,
    lineWidth: numberOf(linewidth),
    fillOpacity: numberOf(fill) === undefined ? undefined : Math.min(100, Number(fill) * 10),
    gradientMode: (numberOf(fillGradient) ?? 0) > 0 ? 'opacity' : undefined,
    lineInterpolation: steppedLine === true ? 'stepAfter' : undefined,
    showPoints: points === true ? 'always' : points === false ? 'never' : undefined,
    pointSize: points === true ? doubled(pointradius) : undefined,
    lineStyle: isDashed ? { fill: 'dash', dash: [10, 10] } : undefined,
  };
}

/** The old size is a radius. */
function doubled(radius: JsonValue | undefined): number | undefined {
  const number = numberOf(radius);
  return number === undefined ? undefined : number * 2;
}

function stackingOf({ stack, percentage }: Raw): Parts | undefined {
  if (stack !== true) return undefined;
  return { mode: percentage === true ? 'percent' : 'normal', group: 'A' };
}

function axisOf({ label, show, logBase }: Raw): Parts {
  const base = numberOf(logBase);
  return {
    axisLabel: textOf(label),
    axisPlacement: show === false ? 'hidden' : undefined,
    scaleDistribution: base === 2 || base === 10 ? { type: 'log', log: base } : undefined,
  };
}

const CALCS: Readonly<Record<string, string>> = {
  min: 'min',
  max: 'max',
  avg: 'mean',
  current: 'lastNotNull',
  total: 'sum',
};

function legendOf(legend: Raw): Parts {
  const calcs = Object.keys(CALCS).flatMap((key) =>
    legend.values === true && legend[key] === true ? [CALCS[key] ?? ''] : [],
  );
  return {
    showLegend: legend.show !== false,
    displayMode: legend.alignAsTable === true ? 'table' : 'list',
    placement: legend.rightSide === true ? 'right' : 'bottom',
    calcs,
    width: numberOf(legend.sideWidth),
  };
}

function tooltipOf(panel: Raw): Parts {
  const { shared, sort } = rawAt(panel, 'tooltip');
  return {
    mode: shared === false ? 'single' : 'multi',
    sort: sort === 1 ? 'asc' : sort === 2 ? 'desc' : 'none',
  };
}

/** Lines that a value crosses; those that colour the side below them have no counterpart. */
function thresholdsOf(panel: Raw) {
  const all = listOf(panel.thresholds).filter(({ value }) => numberOf(value) !== undefined);
  const above = all
    .filter(({ op }) => op !== 'lt')
    .sort((a, b) => Number(a.value) - Number(b.value));
  const dropped = all.length > above.length ? ['thresholds: below a value'] : [];
  if (above.length === 0) return { dropped };
  const steps = [
    { color: 'transparent', value: null },
    ...above.map((each) => ({ color: thresholdColor(each), value: Number(each.value) })),
  ];
  const fills = above.some(({ fill }) => fill === true);
  const line = above.some(({ line: drawn }) => drawn === true);
  return { steps, style: fills ? (line ? 'line+area' : 'area') : 'line', dropped };
}

function thresholdColor({ colorMode, lineColor, fillColor }: Raw): string {
  if (colorMode === 'critical') return 'red';
  if (colorMode === 'warning') return 'orange';
  if (colorMode === 'ok') return 'green';
  return textOf(lineColor) ?? textOf(fillColor) ?? 'red';
}

function seriesOverride(each: Raw, right: Raw, dropped: string[]): Raw[] {
  const { alias, color, yaxis, transform, stack, ...rest } = each;
  if (typeof alias !== 'string') return [];
  const properties: Raw[] = [];
  if (color !== undefined) properties.push({ id: 'color', value: fixed(color) });
  if (yaxis === 2) properties.push(...rightAxis(right));
  if (transform === 'negative-Y') properties.push({ id: 'custom.transform', value: 'negative-Y' });
  if (stack === false)
    properties.push({ id: 'custom.stacking', value: { mode: 'none', group: 'A' } });
  for (const [key, value] of Object.entries(parts(drawn(rest)))) {
    properties.push({ id: `custom.${key}`, value });
  }
  const known = [
    'bars',
    'points',
    'fill',
    'linewidth',
    'pointradius',
    'steppedLine',
    'dashes',
    'lines',
  ];
  for (const key of Object.keys(rest)) {
    if (!known.includes(key) && key !== '$$hashKey') dropped.push(`seriesOverrides: ${key}`);
  }
  return properties.length === 0 ? [] : [override(alias, properties)];
}

function rightAxis(axis: Raw): Raw[] {
  const unit = textOf(axis.format);
  const values: [string, JsonValue | undefined][] = [
    ['unit', unit === 'short' ? undefined : unit],
    ['min', numberOf(axis.min)],
    ['max', numberOf(axis.max)],
    ['custom.axisLabel', textOf(axis.label)],
  ];
  const said = values.flatMap(([id, value]) => (value === undefined ? [] : [{ id, value }]));
  return [{ id: 'custom.axisPlacement', value: 'right' }, ...said];
}

/** A name, or a pattern between slashes. */
function override(alias: string, properties: readonly Raw[]): Raw {
  const isPattern = alias.startsWith('/') && alias.length > 1;
  return { matcher: { id: isPattern ? 'byRegexp' : 'byName', options: alias }, properties };
}

function fixed(color: JsonValue): Raw {
  return { mode: 'fixed', fixedColor: isRaw(color) ? 'gray' : color };
}
