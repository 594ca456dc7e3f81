import type { PanelKind } from '../../model/index.ts';
import {
  AXIS,
  axisRows,
  disconnect,
  gap,
  GRADIENT,
  HIDE,
  LEGEND,
  LEGEND_PLACE,
  LINE,
  lineStyle,
  type OptionRow,
  ORIENTATION,
  REDUCE,
  SCHEMES,
  sortBy,
  STACKING,
  TABLE_FIELD,
  TEXT_SIZE,
  THRESHOLDS_STYLE,
  TOOLTIP,
} from './option-rows.ts';
import { color, flag, isRaw, many, number, one, type Reader, text, unit, word } from './readers.ts';

/** How panels of one type are read: the reverse of their emission. */
export interface OptionTable {
  readonly kind: PanelKind;
  /** Of the panel. */
  readonly options: readonly OptionRow[];
  /** Of its fields, which an override can change. */
  readonly custom: readonly OptionRow[];
}

/** By the plugin's id. */
export const OPTION_TABLES: ReadonlyMap<string, OptionTable> = new Map<string, OptionTable>([
  [
    'timeseries',
    {
      kind: 'timeseries',
      options: [...LEGEND, ...TOOLTIP],
      custom: [
        ['drawStyle', 'draw', one('line', 'bars', 'points')],
        ['lineInterpolation', 'interpolation', one('linear', 'smooth', 'stepBefore', 'stepAfter')],
        ...LINE,
        ['lineStyle', 'lineStyle', lineStyle],
        ['gradientMode', 'gradient', GRADIENT],
        ['fillBelowTo', 'fillBelowTo', text],
        ['showPoints', 'points', one('auto', 'always', 'never')],
        ['pointSize', 'pointSize', number],
        STACKING,
        ['spanNulls', 'connectNulls', gap],
        ['insertNulls', 'disconnect', disconnect],
        THRESHOLDS_STYLE,
        ['transform', 'transform', one('constant', 'negative-Y')],
        [
          'barAlignment',
          'barAlignment',
          word(
            new Map<number, string>([
              [-1, 'before'],
              [0, 'center'],
              [1, 'after'],
            ]),
          ),
        ],
        ['barWidthFactor', 'barWidthFactor', number],
        ...AXIS,
        HIDE,
      ],
    },
  ],
  [
    'stat',
    {
      kind: 'stat',
      options: [
        ['graphMode', 'graphMode', one('none', 'line', 'area')],
        ['colorMode', 'colorMode', one('none', 'value', 'background', 'background_solid')],
        ['justifyMode', 'justifyMode', one('auto', 'center')],
        ['textMode', 'textMode', one('auto', 'value', 'value_and_name', 'name', 'none')],
        ['wideLayout', 'wideLayout', flag],
        ['showPercentChange', 'showPercentChange', flag],
        [
          'percentChangeColorMode',
          'percentChangeColorMode',
          one('standard', 'inverted', 'same_as_value'),
        ],
        ORIENTATION,
        ...REDUCE,
        ...TEXT_SIZE,
      ],
      custom: [],
    },
  ],
  [
    'gauge',
    {
      kind: 'gauge',
      options: [
        ['showThresholdLabels', 'showThresholdLabels', flag],
        ['showThresholdMarkers', 'showThresholdMarkers', flag],
        ORIENTATION,
        ['sizing', 'sizing', one('auto', 'manual')],
        ['minVizWidth', 'minVizWidth', number],
        ['minVizHeight', 'minVizHeight', number],
        ...REDUCE,
        ...TEXT_SIZE,
      ],
      custom: [],
    },
  ],
  [
    'bargauge',
    {
      kind: 'barGauge',
      options: [
        ['displayMode', 'displayMode', one('basic', 'gradient', 'lcd')],
        ['valueMode', 'valueMode', one('color', 'text', 'hidden')],
        ['namePlacement', 'namePlacement', one('auto', 'top', 'left', 'hidden')],
        ['showUnfilled', 'showUnfilled', flag],
        ORIENTATION,
        ['sizing', 'sizing', one('auto', 'manual')],
        ['minVizWidth', 'minVizWidth', number],
        ['minVizHeight', 'minVizHeight', number],
        ['maxVizHeight', 'maxVizHeight', number],
        ...REDUCE,
        ...TEXT_SIZE,
      ],
      custom: [],
    },
  ],
  [
    'table',
    {
      kind: 'table',
      options: [
        ['showHeader', 'showHeader', flag],
        ['cellHeight', 'cellHeight', one('sm', 'md', 'lg')],
        ['sortBy', 'sortBy', sortBy],
      ],
      custom: TABLE_FIELD,
    },
  ],
  [
    'heatmap',
    {
      kind: 'heatmap',
      options: [
        ['calculate', 'calculate', flag],
        ['color.scheme', 'color.scheme', one(...SCHEMES)],
        ['color.steps', 'color.steps', number],
        ['color.reverse', 'color.reverse', flag],
        ['color.min', 'color.min', number],
        ['color.max', 'color.max', number],
        ['cellGap', 'cellGap', number],
        ['cellValues.unit', 'cellUnit', unit],
        ['cellValues.decimals', 'cellDecimals', number],
        ['filterValues.le', 'filterBelow', number],
        ['showValue', 'showValue', one('auto', 'always', 'never')],
        ...axisRows('yAxis.', 'yAxis'),
        ['yAxis.unit', 'yAxis.unit', unit],
        ['yAxis.decimals', 'yAxis.decimals', number],
        ['yAxis.min', 'yAxis.min', number],
        ['yAxis.max', 'yAxis.max', number],
        ['yAxis.reverse', 'yAxis.reverse', flag],
        ['rowsFrame.layout', 'layout', one('auto', 'le', 'ge', 'unknown')],
        ['legend.show', 'showLegend', flag],
        ['tooltip.mode', 'tooltip', one('single', 'multi', 'none')],
        ['tooltip.yHistogram', 'yHistogram', flag],
      ],
      custom: [HIDE],
    },
  ],
  [
    'state-timeline',
    {
      kind: 'stateTimeline',
      options: [
        ['mergeValues', 'mergeValues', flag],
        ['showValue', 'showValue', one('auto', 'always', 'never')],
        ['alignValue', 'alignValue', one('left', 'center', 'right')],
        ['rowHeight', 'rowHeight', number],
        ['perPage', 'perPage', number],
        ...LEGEND,
        ...TOOLTIP,
      ],
      custom: [...LINE, HIDE],
    },
  ],
  [
    'barchart',
    {
      kind: 'barChart',
      options: [
        ['xField', 'xField', text],
        ['colorByField', 'colorByField', text],
        ORIENTATION,
        ['stacking', 'stack', one('none', 'normal', 'percent')],
        ['showValue', 'showValue', one('auto', 'always', 'never')],
        ['barWidth', 'barWidth', number],
        ['groupWidth', 'groupWidth', number],
        ['xTickLabelRotation', 'xTickLabelRotation', number],
        ['xTickLabelMaxLength', 'xTickLabelMaxLength', number],
        ...LEGEND,
        ...TOOLTIP,
      ],
      custom: [...LINE, ['gradientMode', 'gradient', GRADIENT], THRESHOLDS_STYLE, ...AXIS, HIDE],
    },
  ],
  [
    'piechart',
    {
      kind: 'pieChart',
      options: [
        ['pieType', 'pieType', one('pie', 'donut')],
        ['displayLabels', 'displayLabels', many(one('name', 'value', 'percent'))],
        ...REDUCE,
        ...LEGEND_PLACE,
        ['legend.values', 'legend.values', many(one('value', 'percent'))],
        ...TOOLTIP,
      ],
      custom: [HIDE],
    },
  ],
  [
    'histogram',
    {
      kind: 'histogram',
      options: [
        ['bucketCount', 'bucketCount', number],
        ['bucketSize', 'bucketSize', number],
        ['bucketOffset', 'bucketOffset', number],
        ['combine', 'combine', flag],
        ...LEGEND,
        ...TOOLTIP,
      ],
      custom: [...LINE, ['gradientMode', 'gradient', GRADIENT], STACKING, ...AXIS, HIDE],
    },
  ],
  [
    'logs',
    {
      kind: 'logs',
      options: [
        ['showTime', 'showTime', flag],
        ['showLabels', 'showLabels', flag],
        ['showCommonLabels', 'showCommonLabels', flag],
        ['wrapLogMessage', 'wrapLines', flag],
        ['prettifyLogMessage', 'prettify', flag],
        ['enableLogDetails', 'details', flag],
        ['dedupStrategy', 'dedup', one('none', 'exact', 'numbers', 'signature')],
        [
          'sortOrder',
          'order',
          word(
            new Map([
              ['Ascending', 'asc'],
              ['Descending', 'desc'],
            ]),
          ),
        ],
        ['enableInfiniteScrolling', 'infiniteScrolling', flag],
      ],
      custom: [],
    },
  ],
  [
    'text',
    {
      kind: 'text',
      options: [
        ['mode', 'mode', one('markdown', 'html', 'code')],
        [
          'code.language',
          'language',
          one('json', 'yaml', 'xml', 'typescript', 'sql', 'go', 'markdown', 'html', 'plaintext'),
        ],
      ],
      custom: [],
    },
  ],
]);

/** A colour of heatmaps that is one colour, more or less opaque. */
export const opacityOf: Reader = (value) => {
  if (!isRaw(value) || value.mode !== 'opacity' || value.fill === undefined) return undefined;
  return color(value.fill);
};
