import type { Draft } from './kinds/index.ts';

// What Grafana assumes where a key is absent, and so is not written. The SDK's builders set some of these, and some
// that Grafana does not assume; those of the panel types are in `kinds/`.

/**
 * Of a dashboard. `timezone: 'browser'`, which the SDK sets, is not among them: without it Grafana takes the zone that
 * each user has chosen. `schemaVersion`, `time` and `panels` are always written.
 */
export const DASHBOARD: Draft = {
  annotations: { list: [] },
  description: '',
  editable: true,
  fiscalYearStartMonth: 0,
  graphTooltip: 0,
  links: [],
  liveNow: false,
  preload: false,
  refresh: '',
  tags: [],
  templating: { list: [] },
  timezone: '',
};

export const PANEL: Draft = {
  description: '',
  links: [],
  maxPerRow: 4,
  options: {},
  repeatDirection: 'h',
  title: '',
  transformations: [],
  transparent: false,
};

export const TARGET: Draft = {
  exemplar: false,
  format: 'time_series',
  hide: false,
  instant: false,
};

/** The SDK writes the settings of interval variables on every variable. */
export const VARIABLE: Draft = {
  allowCustomValue: true,
  auto: false,
  auto_count: 30,
  auto_min: '10s',
  description: '',
  hide: 0,
  includeAll: false,
  label: '',
  multi: false,
  regex: '',
  skipUrlSync: false,
  sort: 0,
};

/** Of a constant, of which Grafana hides the value anyway. */
export const CONSTANT: Draft = { ...VARIABLE, hide: 2 };

export const ANNOTATION: Draft = {
  builtIn: 0,
  hide: false,
  // The SDK's; without it the switch is above the dashboard, as in all versions of Grafana.
  placement: 'inControlsMenu',
};

/** Of links of a dashboard, a panel and a value. */
export const LINK: Draft = {
  asDropdown: false,
  icon: '',
  includeVars: false,
  keepTime: false,
  placement: 'inControlsMenu',
  tags: [],
  targetBlank: false,
  tooltip: '',
};
