/** What Grafana assumes of a panel type's own options, and of those of its fields. */
export interface PanelDefaults {
  readonly options: Readonly<Record<string, unknown>>;
  readonly custom?: Readonly<Record<string, unknown>>;
}

const HIDE_FROM = { viz: false, legend: false, tooltip: false };
const LEGEND = { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] };
const TOOLTIP = { mode: 'single', sort: 'none', hideZeros: false };
const REDUCED = { calcs: ['lastNotNull'], fields: '', values: false };
const AXIS = {
  axisLabel: '',
  axisPlacement: 'auto',
  axisBorderShow: false,
  axisCenteredZero: false,
  axisColorMode: 'text',
};
const NO_THRESHOLDS = { mode: 'off' };
const NO_STACKING = { mode: 'none', group: 'A' };

export const PANEL_DEFAULTS: Readonly<Record<string, PanelDefaults>> = {
  barchart: {
    options: {
      orientation: 'auto',
      stacking: 'none',
      showValue: 'auto',
      barWidth: 0.97,
      barRadius: 0,
      groupWidth: 0.7,
      fullHighlight: false,
      xTickLabelRotation: 0,
      xTickLabelSpacing: 0,
      legend: LEGEND,
      tooltip: TOOLTIP,
    },
    custom: {
      ...AXIS,
      lineWidth: 1,
      fillOpacity: 80,
      gradientMode: 'none',
      thresholdsStyle: NO_THRESHOLDS,
      hideFrom: HIDE_FROM,
    },
  },
  bargauge: {
    options: {
      displayMode: 'gradient',
      valueMode: 'color',
      namePlacement: 'auto',
      showUnfilled: true,
      orientation: 'auto',
      sizing: 'auto',
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 300,
      reduceOptions: REDUCED,
    },
  },
  gauge: {
    options: {
      showThresholdLabels: false,
      showThresholdMarkers: true,
      orientation: 'auto',
      sizing: 'auto',
      minVizWidth: 75,
      minVizHeight: 75,
      reduceOptions: REDUCED,
    },
  },
  heatmap: {
    options: {
      calculate: false,
      color: {
        mode: 'scheme',
        scheme: 'Oranges',
        fill: 'dark-orange',
        scale: 'exponential',
        exponent: 0.5,
        steps: 64,
        reverse: false,
      },
      cellGap: 1,
      cellValues: {},
      filterValues: { le: 1e-9 },
      showValue: 'auto',
      yAxis: { ...AXIS, axisPlacement: 'left', reverse: false },
      rowsFrame: { layout: 'auto' },
      legend: { show: true },
      tooltip: { mode: 'single', yHistogram: false },
    },
    custom: { hideFrom: HIDE_FROM },
  },
  histogram: {
    options: {
      bucketCount: 30,
      bucketOffset: 0,
      combine: false,
      legend: LEGEND,
      tooltip: TOOLTIP,
    },
    custom: {
      ...AXIS,
      lineWidth: 1,
      fillOpacity: 80,
      gradientMode: 'none',
      stacking: NO_STACKING,
      hideFrom: HIDE_FROM,
    },
  },
  logs: {
    options: {
      showTime: false,
      showLabels: false,
      showCommonLabels: false,
      wrapLogMessage: false,
      prettifyLogMessage: false,
      enableLogDetails: true,
      dedupStrategy: 'none',
      sortOrder: 'Descending',
      enableInfiniteScrolling: false,
    },
  },
  piechart: {
    options: {
      pieType: 'pie',
      displayLabels: [],
      reduceOptions: REDUCED,
      legend: { showLegend: true, displayMode: 'list', placement: 'bottom', values: [] },
      tooltip: TOOLTIP,
    },
    custom: { hideFrom: HIDE_FROM },
  },
  stat: {
    options: {
      graphMode: 'area',
      colorMode: 'value',
      justifyMode: 'auto',
      textMode: 'auto',
      wideLayout: true,
      showPercentChange: false,
      percentChangeColorMode: 'standard',
      orientation: 'auto',
      reduceOptions: REDUCED,
    },
  },
  'state-timeline': {
    options: {
      mergeValues: true,
      showValue: 'auto',
      alignValue: 'left',
      rowHeight: 0.9,
      perPage: 20,
      legend: LEGEND,
      tooltip: TOOLTIP,
    },
    custom: { lineWidth: 0, fillOpacity: 70, hideFrom: HIDE_FROM },
  },
  'status-history': {
    options: {
      showValue: 'auto',
      rowHeight: 0.9,
      colWidth: 0.9,
      perPage: 20,
      legend: LEGEND,
      tooltip: TOOLTIP,
    },
    custom: { lineWidth: 1, fillOpacity: 70, hideFrom: HIDE_FROM },
  },
  table: {
    options: { showHeader: true, cellHeight: 'sm', sortBy: [] },
    custom: {
      align: 'auto',
      cellOptions: { type: 'auto' },
      minWidth: 150,
      filterable: false,
      hidden: false,
      inspect: false,
    },
  },
  text: { options: { mode: 'markdown', code: { language: 'plaintext' }, content: '' } },
  timeseries: {
    options: { legend: LEGEND, tooltip: TOOLTIP },
    custom: {
      ...AXIS,
      drawStyle: 'line',
      lineInterpolation: 'linear',
      lineWidth: 1,
      lineStyle: { fill: 'solid' },
      fillOpacity: 0,
      gradientMode: 'none',
      showPoints: 'auto',
      showValues: false,
      pointSize: 5,
      stacking: NO_STACKING,
      spanNulls: false,
      insertNulls: false,
      thresholdsStyle: NO_THRESHOLDS,
      barAlignment: 0,
      barWidthFactor: 0.6,
      scaleDistribution: { type: 'linear' },
      hideFrom: HIDE_FROM,
    },
  },
};

/** Colours of fields whose panel says nothing about them. */
export const COLOR_MODES: Readonly<Record<string, string>> = {
  barchart: 'palette-classic',
  histogram: 'palette-classic',
  piechart: 'palette-classic',
  'state-timeline': 'continuous-GrYlRd',
  timeseries: 'palette-classic',
};
