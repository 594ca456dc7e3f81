import { differences } from '../../normalise/index.ts';
import { type ChangeKind, note, type Note } from '../change.ts';
import { filled, type Json, jsonOf, omit } from '../json.ts';
import { changed, plain, words } from '../wording.ts';

/** Below which keys a group of options stands, and how its changes are called. */
export function optionChanges(
  before: Json,
  after: Json,
  kind: ChangeKind = 'panel-option',
): Note[] {
  return differences(filled(before, after), filled(after, before)).map(
    ({ path, before: old, after: young }) =>
      note(kind, optionMessage(path, old, young), { before: old, after: young }),
  );
}

/** All options that have no words of their own. */
export function furtherOptions(json: Json): Json {
  const field = jsonOf(jsonOf(json['fieldConfig'])['defaults']);
  const said = ['unit', 'thresholds', 'mappings', 'links'];
  return {
    ...omit(jsonOf(json['options'])),
    ...flattened(omit(field, ...said)),
  };
}

/** `custom` is where a panel type keeps its own; nobody calls it so. */
function flattened(field: Json): Json {
  return { ...omit(field, 'custom'), ...jsonOf(field['custom']) };
}

function optionMessage(path: string, before: unknown, after: unknown): string {
  const named = NAMES[path];
  if (typeof named === 'function') return named(before, after);
  if (path === 'content') return 'text changed';
  const what = named ?? pathWords(path);
  if (isLarge(before) || isLarge(after)) {
    const verb = before === undefined ? 'set' : after === undefined ? 'dropped' : 'changed';
    return `${what} ${verb}`;
  }
  return changed(what, before, after);
}

/** Too much for a sentence. */
function isLarge(value: unknown): boolean {
  if (typeof value === 'string') return value.length > 120 || value.includes('\n');
  return value !== undefined && JSON.stringify(value).length > 120;
}

/**
 * A path of JSON as words, for options that have no name of their own.
 *
 * @example
 * pathWords('hideFrom.legend') // 'hide from legend'
 */
export function pathWords(path: string): string {
  const parts = path
    .replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`)
    .split('.');
  return plain(parts.map(words).join(' '));
}

type Say = string | ((before: unknown, after: unknown) => string);

const shown =
  (what: string): Say =>
  (_, after) =>
    `${what} ${after === false ? 'hidden' : 'shown'}`;

/** What people call the options that they change. */
const NAMES: Readonly<Record<string, Say>> = {
  'legend.showLegend': shown('legend'),
  'legend.displayMode': 'legend shown as',
  'legend.placement': 'place of the legend',
  'legend.calcs': 'values in the legend',
  'legend.sortBy': 'legend sorted by',
  'tooltip.mode': 'tooltip',
  'tooltip.sort': 'tooltip sorted',
  'reduceOptions.calcs': 'value shown',
  'reduceOptions.values': 'a value for each row',
  'reduceOptions.fields': 'fields shown',
  graphMode: 'sparkline',
  colorMode: 'coloured part',
  textMode: 'text shown',
  justifyMode: 'alignment',
  orientation: 'orientation',
  showThresholdLabels: 'threshold labels',
  showThresholdMarkers: 'threshold markers',
  displayMode: 'bars drawn as',
  decimals: 'decimals',
  min: 'minimum of the axis',
  max: 'maximum of the axis',
  noValue: 'text for no value',
  displayName: 'name of the values',
  description: 'description of the values',
  'color.mode': 'colour scheme',
  'color.fixedColor': 'colour',
  'stacking.mode': 'stacking',
  'stacking.group': 'stacking group',
  axisLabel: 'label of the axis',
  axisPlacement: 'place of the axis',
  axisSoftMin: 'least maximum of the axis',
  'scaleDistribution.type': 'scale',
  'scaleDistribution.log': 'base of the scale',
  fillOpacity: 'fill',
  lineWidth: 'line width',
  pointSize: 'point size',
  showPoints: 'points',
  spanNulls: 'lines across gaps',
  drawStyle: 'drawn as',
  'thresholdsStyle.mode': 'thresholds drawn as',
  sortBy: 'order of the rows',
  content: 'text',
  mode: 'text read as',
};
