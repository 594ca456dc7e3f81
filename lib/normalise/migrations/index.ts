import { type Draft, draftAt } from '../draft.ts';
import type { NormaliserRule } from '../rule.ts';
import { cellOptions, hiddenTooltip, legendShown, timeAxis } from './fields.ts';
import { panelLinks } from './links.ts';
import { valueMappings } from './mappings.ts';
import { maxPerRow, mergeLabels, oldTables, textContent, tooltipOptions } from './panels.ts';
import { rowsToGrid } from './rows-to-grid.ts';
import { refreshedVariables, visibleConstants } from './variables.ts';

/** What Grafana does to older files when it loads them, in order. */
export const MIGRATIONS: readonly NormaliserRule[] = [
  migration(14, 'shared-crosshair', '`sharedCrosshair` became `graphTooltip: 1`', (dashboard) => {
    if (dashboard.sharedCrosshair === true) dashboard.graphTooltip ??= 1;
    delete dashboard.sharedCrosshair;
  }),
  migration(
    16,
    'rows-to-grid',
    '`rows` of 12 columns became panels with a place on a grid of 24; rows that showed a title, were closed or repeated became row panels',
    rowsToGrid,
  ),
  migration(17, 'max-per-row', '`minSpan` of repeated panels became `maxPerRow`', maxPerRow),
  migration(
    19,
    'panel-links',
    'links of panels have a `url` in place of a dashboard’s name',
    panelLinks,
  ),
  migration(
    24,
    'old-tables',
    'tables with `styles` are of type `table-old`; `text2` is `text`',
    oldTables,
  ),
  migration(27, 'visible-constants', 'constants that are shown are text boxes', visibleConstants),
  migration(
    29,
    'refreshed-variables',
    'query variables are refreshed on load at least',
    refreshedVariables,
  ),
  migration(
    30,
    'value-mappings',
    'mappings have a type in words and their values in one entry',
    valueMappings,
  ),
  migration(30, 'tooltip-options', '`tooltipOptions` became `tooltip`', tooltipOptions),
  migration(31, 'merge-labels', '`labelsToFields` is followed by `merge`', mergeLabels),
  migration(35, 'time-axis', 'a hidden axis does not hide the time', timeAxis),
  migration(37, 'legend-shown', 'legends say whether they are shown', legendShown),
  migration(38, 'cell-options', '`displayMode` of table cells became `cellOptions`', cellOptions),
  migration(40, 'refresh-text', '`refresh: false` is no refresh', (dashboard) => {
    if (typeof dashboard.refresh !== 'string') delete dashboard.refresh;
  }),
  migration(41, 'time-options', '`timepicker.time_options` is not read any more', (dashboard) => {
    delete draftAt(dashboard, 'timepicker').time_options;
  }),
  migration(
    42,
    'hidden-tooltip',
    'what is hidden from the graph is hidden from the tooltip',
    hiddenTooltip,
  ),
  {
    id: 'text-content',
    kind: 'migration',
    what: 'the text panel reads `content` and `mode` from its options',
    apply: textContent,
  },
];

function migration(
  version: number,
  id: string,
  what: string,
  apply: (dashboard: Draft) => void,
): NormaliserRule {
  return { id, kind: 'migration', version, what, apply };
}
