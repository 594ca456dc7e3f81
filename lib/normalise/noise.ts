import {
  annotationsOf,
  type Draft,
  draftAt,
  draftsOf,
  drop,
  fieldDefaultsOf,
  isDraft,
  overridesOf,
  panelsOf,
  variablesOf,
} from './draft.ts';
import { isModelled } from './kinds.ts';
import type { NormaliserRule } from './rule.ts';

/** What Grafana or its editor writes and nothing reads that shows a dashboard. */
export const NOISE: readonly NormaliserRule[] = [
  {
    id: 'storage',
    kind: 'noise',
    what: '`id`, `version`, `iteration`, `slug`, `gnetId`, `__requires` and `schemaVersion` are about the file or its place in a database; `style`, `hideControls` and `sharedCrosshair` are not read any more',
    apply: (dashboard) =>
      drop(
        dashboard,
        ...['id', 'version', 'iteration', 'slug', 'gnetId', '__requires', 'schemaVersion'],
        ...['style', 'hideControls', 'sharedCrosshair', 'originalTitle', 'meta'],
      ),
  },
  {
    id: 'nothing',
    kind: 'noise',
    what: '`null` stands for an absent key, except in thresholds, mappings and lists',
    apply: dropNothing,
  },
  {
    id: 'panel-state',
    kind: 'noise',
    what: 'of panels: what an editor or a repetition left (`scopedVars`, `repeatedByRow`, `repeatPanelId`, `repeatIteration`, `error`, `editable`, `isNew`) and the version of the plugin that saved it, where dashc knows the panel type and writes its form of today',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        drop(panel, 'scopedVars', 'repeatedByRow', 'repeatPanelId', 'repeatIteration');
        drop(panel, 'error', 'editable', 'isNew', 'cacheTimeout');
        if (isModelled(panel)) drop(panel, 'pluginVersion');
      }
    },
  },
  {
    id: 'old-panel-options',
    kind: 'noise',
    what: 'of panels whose type dashc has: options of graph, singlestat, table-old and of the old heatmap, which a panel keeps beside its own when its type was changed in the file; `unitScale` and `legend.asTable`, which are not read any more',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        if (!isModelled(panel)) continue;
        drop(panel, ...OLD_OPTIONS);
        delete fieldDefaultsOf(panel).unitScale;
        drop(draftAt(draftAt(panel, 'options'), 'legend'), 'asTable', 'isVisible');
        drop(draftAt(panel, 'options'), 'dataLinks');
      }
    },
  },
  {
    id: 'text-fields',
    kind: 'noise',
    what: 'of text panels: fields, because they show none; of panels without queries: whom they would ask',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        if (panel.type === 'text') delete panel.fieldConfig;
        if (draftsOf(panel.targets).length === 0) delete panel.datasource;
      }
    },
  },
  {
    id: 'unused-colors',
    kind: 'noise',
    what: 'of fields: a fixed colour beside a scheme, which takes no notice of it; an empty list of thresholds where nothing is coloured by thresholds; properties of overrides without a value',
    apply: (dashboard) => panelsOf(dashboard).forEach(dropUnusedColors),
  },
  {
    id: 'table-footer',
    kind: 'noise',
    what: 'of tables: what a footer would show that is not shown',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        const options = draftAt(panel, 'options');
        const footer = options.footer;
        if (panel.type !== 'table' || !isDraft(footer) || footer.show === true) continue;
        drop(footer, 'show', 'reducer', 'fields', 'countRows');
        if (footer.enablePagination !== true) delete options.footer;
      }
    },
  },
  {
    id: 'row-state',
    kind: 'noise',
    what: 'of rows: their `id`, which nothing can refer to, their `datasource` and `targets`, which are asked by nobody',
    apply: (dashboard) => {
      for (const row of draftsOf(dashboard.panels)) {
        if (row.type !== 'row') continue;
        drop(row, 'id', 'datasource', 'targets', 'scopedVars', 'repeatIteration', 'repeatPanelId');
        drop(row, 'editable', 'error', 'showTitle', 'titleSize', 'height');
      }
    },
  },
  {
    id: 'query-editor',
    kind: 'noise',
    what: 'of queries: the state of the editor (`editorMode`, `metric`, `step`, `key`, `requestId`, `useBackend`, `disableTextWrap`, `fullMetaSearch`, `includeNullMetadata`, and the forms of other datasources that were chosen before)',
    apply: (dashboard) => {
      for (const target of panelsOf(dashboard).flatMap(({ targets }) => draftsOf(targets))) {
        drop(target, 'editorMode', 'key', 'requestId', 'useBackend', 'disableTextWrap');
        drop(target, 'fullMetaSearch', 'includeNullMetadata', 'hideLegend');
        // A Prometheus query has `step` and `metric` from editors before version 5.
        if (typeof target.expr === 'string') drop(target, 'metric', 'step', 'application', 'group');
      }
    },
  },
  {
    id: 'variable-state',
    kind: 'noise',
    what: 'of variables: what follows from the query (`options`, `definition`), what is remembered (`current.selected`, `current.tags`) and the tags of values, which are not read any more',
    apply: (dashboard) => {
      for (const variable of variablesOf(dashboard)) {
        const isList = variable.type === 'custom' && !variable.query;
        if (!isList) drop(variable, 'options');
        drop(variable, 'definition', 'tags', 'tagsQuery', 'tagValuesQuery', 'useTags', 'error');
        drop(
          variable,
          'allFormat',
          'multiFormat',
          'queryValue',
          'refreshOnTimeChange',
          'id',
          'index',
          'global',
          'rootStateKey',
          'state',
        );
        if (isDraft(variable.current)) drop(variable.current, 'selected', 'tags', 'isNone');
      }
    },
  },
  {
    id: 'mapping-index',
    kind: 'noise',
    what: 'of mappings: `index` and `id`, the place in the editor',
    apply: (dashboard) => {
      for (const panel of panelsOf(dashboard)) {
        const lists = [
          fieldDefaultsOf(panel).mappings,
          ...overridesOf(panel).flatMap(({ properties }) =>
            draftsOf(properties).flatMap(({ id, value }) => (id === 'mappings' ? [value] : [])),
          ),
        ];
        for (const mapping of lists.flatMap(draftsOf)) withoutIndex(mapping);
      }
    },
  },
  {
    id: 'built-in-annotations',
    kind: 'noise',
    what: 'the entry for annotations that people write, which Grafana adds to every dashboard',
    apply: (dashboard) => {
      const annotations = draftAt(dashboard, 'annotations');
      if (!Array.isArray(annotations.list)) return;
      annotations.list = annotationsOf(dashboard).filter((entry) => !isPlainBuiltIn(entry));
    },
  },
];

function withoutIndex(mapping: Draft): void {
  delete mapping.id;
  const options = draftAt(mapping, 'options');
  const results = mapping.type === 'value' ? Object.values(options) : [options.result];
  for (const result of results.filter(isDraft)) delete result.index;
}

const OLD_OPTIONS: readonly string[] = [
  ...['aliasColors', 'bars', 'dashLength', 'dashes', 'fill', 'fillGradient', 'hiddenSeries'],
  ...['legend', 'lines', 'linewidth', 'nullPointMode', 'percentage', 'pointradius', 'points'],
  ...['renderer', 'seriesOverrides', 'spaceLength', 'stack', 'steppedLine', 'thresholds'],
  ...['timeRegions', 'tooltip', 'xaxis', 'yaxes', 'yaxis', 'span', 'panels', 'colorBackground'],
  ...['colorValue', 'colors', 'format', 'gauge', 'mappingType', 'mappingTypes', 'nullText'],
  ...['postfix', 'prefix', 'rangeMaps', 'sparkline', 'tableColumn', 'valueFontSize', 'valueMaps'],
  ...['valueName', 'postfixFontSize', 'prefixFontSize', 'cards', 'color', 'dataFormat', 'heatmap'],
  ...['hideZeroBuckets', 'highlightCards', 'reverseYBuckets', 'xBucketNumber', 'xBucketSize'],
  ...['yAxis', 'xAxis', 'yBucketBound', 'yBucketNumber', 'yBucketSize', 'styles', 'columns'],
  ...['h', 'w', 'legendType', 'pieType', 'breakPoint', 'combine', 'strokeWidth', 'aliasColors'],
  ...['fontSize', 'pageSize', 'scroll', 'showHeader', 'sort', 'transform'],
];

function dropUnusedColors(panel: Draft): void {
  const field = fieldDefaultsOf(panel);
  const properties = overridesOf(panel).flatMap((override) => draftsOf(override.properties));
  for (const color of [
    field.color,
    ...properties.map(({ id, value }) => id === 'color' && value),
  ]) {
    if (
      isDraft(color) &&
      color.mode !== undefined &&
      !/^(?:fixed|shades)$/.test(String(color.mode))
    ) {
      delete color.fixedColor;
    }
  }
  for (const override of overridesOf(panel)) {
    if (!Array.isArray(override.properties)) continue;
    override.properties = draftsOf(override.properties).filter(({ value }) => value !== undefined);
  }
  const steps = draftAt(field, 'thresholds').steps;
  if (Array.isArray(steps) && steps.length === 0 && !isColoredByThresholds(panel, properties)) {
    delete field.thresholds;
  }
}

/** A graph is coloured by series unless it says something else. */
function isColoredByThresholds(panel: Draft, properties: readonly Draft[]): boolean {
  if (!BY_SERIES.has(String(panel.type))) return true;
  const field = fieldDefaultsOf(panel);
  const { mode } = draftAt(draftAt(field, 'custom'), 'thresholdsStyle');
  const colors = [field.color, ...properties.map(({ id, value }) => id === 'color' && value)];
  return (
    (mode !== undefined && mode !== 'off') ||
    properties.some(({ id }) => id === 'custom.thresholdsStyle') ||
    colors.some((color) => isDraft(color) && color.mode === 'thresholds')
  );
}

const BY_SERIES: ReadonlySet<string> = new Set([
  ...['timeseries', 'barchart', 'histogram', 'piechart', 'heatmap', 'logs'],
]);

function isPlainBuiltIn({ builtIn, enable, iconColor }: Draft): boolean {
  const isColored = iconColor === undefined || iconColor === 'rgba(0, 211, 255, 1)';
  return builtIn === 1 && enable !== false && isColored;
}

/** Where `null` means something. */
const MEANT: ReadonlySet<string> = new Set(['thresholds', 'mappings', 'steps']);

function dropNothing(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(dropNothing);
    return;
  }
  if (!isDraft(value)) return;
  const isMeant = MEANT.has(String(value.id));
  for (const key of Object.keys(value)) {
    if (value[key] === null && !(isMeant && key === 'value')) delete value[key];
    else if (!MEANT.has(key) && !(isMeant && key === 'value')) dropNothing(value[key]);
  }
}
