import { CONSTANT_DEFAULTS, PANEL_DEFAULTS, PART_DEFAULTS } from '../emit/index.ts';
import {
  annotationsOf,
  type Draft,
  draftAt,
  draftsOf,
  fieldDefaultsOf,
  isDraft,
  isEmpty,
  isEqual,
  overridesOf,
  panelsOf,
  variablesOf,
} from './draft.ts';
import { isModelled } from './kinds.ts';
import type { NormaliserRule } from './rule.ts';

/** What is the same whether it is written or not. */
export const DEFAULTS: readonly NormaliserRule[] = [
  {
    id: 'field-defaults',
    kind: 'default',
    what: 'of fields: no unit is `none`, no thresholds are green and red from 80, the colour scheme is that of the panel type',
    apply: (dashboard) => panelsOf(dashboard).forEach(dropFieldDefaults),
  },
  {
    id: 'panel-type-defaults',
    kind: 'default',
    what: 'of panels whose type dashc has: options of the type, and of its fields, that equal the plugin’s own defaults',
    apply: (dashboard) => panelsOf(dashboard).forEach(dropTypeDefaults),
  },
  {
    id: 'query-defaults',
    kind: 'default',
    what: 'of queries: `format: time_series`, `intervalFactor: 1`, `instant: false`, an empty legend or interval, `range` where it says the contrary of `instant`, `queryType: range` of Loki',
    apply: (dashboard) => panelsOf(dashboard).forEach(dropQueryDefaults),
  },
  {
    id: 'variable-defaults',
    kind: 'default',
    what: 'of variables: keys that equal Grafana’s defaults; All as the choice where All is offered, because it is the first; the interval options where there is no automatic interval',
    apply: (dashboard) => variablesOf(dashboard).forEach(dropVariableDefaults),
  },
  {
    id: 'annotation-defaults',
    kind: 'default',
    what: 'of annotations: keys that equal Grafana’s defaults',
    apply: (dashboard) => {
      for (const annotation of annotationsOf(dashboard)) without(annotation, ANNOTATION);
    },
  },
  {
    id: 'link-defaults',
    kind: 'default',
    what: 'of links: keys that equal Grafana’s defaults; the icon of a link to an address',
    apply: (dashboard) => {
      for (const link of linksOf(dashboard)) {
        without(link, PART_DEFAULTS.link);
        if (link.type === 'link') delete link.tags;
        if (link.type === 'dashboards') for (const key of ['url', 'icon']) delete link[key];
      }
    },
  },
  {
    id: 'panel-defaults',
    kind: 'default',
    what: 'of panels: an empty title, description, list of links, queries or transformations, the number and the direction of repetitions, no background',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        if (!panel.repeat) for (const key of ['repeatDirection', 'maxPerRow']) delete panel[key];
        without(panel, { ...PART_DEFAULTS.panel, ...PANEL });
      }
    },
  },
  {
    id: 'dashboard-defaults',
    kind: 'default',
    what: 'of the dashboard: keys that equal Grafana’s defaults, of the time picker the intervals that Grafana offers anyway',
    apply: (dashboard) => {
      const { refresh_intervals: offered } = draftAt(dashboard, 'timepicker');
      if (isEqual(offered, INTERVALS)) delete draftAt(dashboard, 'timepicker').refresh_intervals;
      without(dashboard, { ...PART_DEFAULTS.dashboard, ...DASHBOARD });
      for (const row of draftsOf(dashboard.panels)) {
        if (row.type === 'row')
          without(row, { collapsed: false, panels: [], repeatDirection: 'h' });
      }
    },
  },
];

const INTERVALS = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

const DASHBOARD: Draft = {
  title: '',
  time: { from: 'now-6h', to: 'now' },
  timepicker: { hidden: false },
  weekStart: '',
  __inputs: [],
  __elements: {},
  overwrite: false,
};

const PANEL: Draft = {
  targets: [],
  fieldConfig: { defaults: {}, overrides: [] },
  hideTimeOverride: false,
  interval: '',
};

const ANNOTATION: Draft = {
  ...PART_DEFAULTS.annotation,
  enable: true,
  showIn: 0,
  limit: 100,
  matchAny: false,
  type: 'dashboard',
  tags: [],
  titleFormat: '',
  textFormat: '',
  tagKeys: '',
  step: '',
  useValueForTime: false,
  target: {},
  rawQuery: '',
};

function linksOf(dashboard: Draft): Draft[] {
  const ofPanels = panelsOf(dashboard).flatMap((panel) => [
    ...draftsOf(panel.links),
    ...draftsOf(fieldDefaultsOf(panel).links),
    ...overridesOf(panel).flatMap(({ properties }) =>
      draftsOf(properties).flatMap(({ id, value }) => (id === 'links' ? draftsOf(value) : [])),
    ),
  ]);
  return [...draftsOf(dashboard.links), ...ofPanels];
}

/** Removes what equals `defaults`, at every depth, and the objects of which nothing is left. */
export function without(draft: Draft, defaults: Readonly<Record<string, unknown>>): void {
  for (const [key, assumed] of Object.entries(defaults)) {
    if (!Object.hasOwn(draft, key)) continue;
    const value = draft[key];
    if (isDraft(value) && isDraft(assumed)) {
      without(value, assumed);
      if (isEmpty(value)) delete draft[key];
    } else if (isEqual(value, assumed)) delete draft[key];
  }
}

/** What a table has itself: `constructor` is no type of a panel. */
function ownOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Of panels whose type says no other. */
const COLOR: Readonly<Record<string, string>> = {
  timeseries: 'palette-classic',
  barchart: 'palette-classic',
  histogram: 'palette-classic',
  piechart: 'palette-classic',
  'state-timeline': 'continuous-GrYlRd',
};

const THRESHOLDS: Draft = {
  mode: 'absolute',
  steps: [
    { color: 'green', value: null },
    { color: 'red', value: 80 },
  ],
};

function dropFieldDefaults(panel: Draft): void {
  const field = fieldDefaultsOf(panel);
  const color = draftAt(field, 'color');
  const mode = ownOf(COLOR, String(panel.type)) ?? 'thresholds';
  if (isModelled(panel) && color.mode === mode && color.fixedColor === undefined)
    delete field.color;
  if (isEqual(field.thresholds, THRESHOLDS)) delete field.thresholds;
  without(field, { unit: 'none', mappings: [], links: [], noValue: '', displayName: '' });
  if (field.fieldMinMax === false) delete field.fieldMinMax;
  if (field.unit === '') delete field.unit;
}

function dropTypeDefaults(panel: Draft): void {
  if (!isModelled(panel)) return;
  const known = PANEL_DEFAULTS.get(String(panel.type));
  if (known === undefined) return;
  const { legend, ...options } = known.options as Draft;
  const shown = isDraft(legend) ? { legend: { ...legend, showLegend: true } } : {};
  without(panel, { options: { ...options, ...shown } });
  const more = ownOf(FURTHER, String(panel.type));
  if (more !== undefined) without(panel, more);
  const custom = { scaleDistribution: { type: 'linear' }, ...known.custom };
  without(fieldDefaultsOf(panel), { custom });
  dropEmpty(draftAt(panel, 'options'));
  dropEmpty(draftAt(fieldDefaultsOf(panel), 'custom'));
  if (isEmpty(panel.options)) delete panel.options;
}

/** Defaults that dashc never meets when it writes. */
const FURTHER: Readonly<Record<string, Draft>> = {
  text: {
    options: { code: { language: 'plaintext', showLineNumbers: false, showMiniMap: false } },
  },
  table: { fieldConfig: { defaults: { custom: { cellOptions: { type: 'auto' } } } } },
};

/** Groups of options that say nothing. */
function dropEmpty(options: Draft): void {
  for (const [key, value] of Object.entries(options)) {
    if (isDraft(value) && isEmpty(value)) delete options[key];
  }
}

const TARGET: Draft = {
  ...PART_DEFAULTS.target,
  intervalFactor: 1,
  legendFormat: '',
  interval: '',
  queryType: 'range',
};

function dropQueryDefaults(panel: Draft): void {
  for (const target of draftsOf(panel.targets)) {
    if (typeof target.expr !== 'string') continue;
    if (typeof target.range === 'boolean' && target.range !== (target.instant === true)) {
      delete target.range;
    }
    if (target.queryType === 'randomWalk' || target.queryType === '') delete target.queryType;
    if (target.queryType === 'instant') delete target.instant;
    without(target, TARGET);
  }
}

function dropVariableDefaults(variable: Draft): void {
  const { type, includeAll } = variable;
  without(variable, type === 'constant' ? CONSTANT_DEFAULTS : PART_DEFAULTS.variable);
  if (variable.auto !== true) for (const key of ['auto_count', 'auto_min']) delete variable[key];
  if (type !== 'query') delete variable.refresh;
  if (variable.query === '') delete variable.query;
  for (const key of ['label', 'allValue', 'regex']) if (variable[key] === '') delete variable[key];
  if (type === 'textbox' || type === 'constant') dropSameCurrent(variable);
  const { value } = draftAt(variable, 'current');
  const chosen = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (chosen === undefined || chosen === '' || isEmpty(chosen)) delete variable.current;
  else if (chosen === '$__all' && includeAll === true) delete variable.current;
}

/** What is typed at first is what the query says. */
function dropSameCurrent(variable: Draft): void {
  const { value } = draftAt(variable, 'current');
  if ((value ?? '') === (variable.query ?? '')) delete variable.current;
}
