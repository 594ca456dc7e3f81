import {
  type Draft,
  draftAt,
  draftsOf,
  fieldDefaultsOf,
  isDraft,
  overridesOf,
  panelsOf,
} from '../draft.ts';

/** The options of a panel's fields, as their places: of all, and of each override. */
function* custom(panel: Draft, id: string): Generator<[holder: Draft, key: string]> {
  yield [draftAt(fieldDefaultsOf(panel), 'custom'), id];
  for (const property of overridesOf(panel).flatMap(({ properties }) => draftsOf(properties))) {
    if (property.id === `custom.${id}`) yield [property, 'value'];
  }
}

/** A table's cells had one word before version 38; now they have options. */
export function cellOptions(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    if (panel.type !== 'table') continue;
    const own = draftAt(fieldDefaultsOf(panel), 'custom');
    if (own.displayMode !== undefined) {
      own.cellOptions = cellOf(own.displayMode);
      delete own.displayMode;
    }
    for (const property of overridesOf(panel).flatMap(({ properties }) => draftsOf(properties))) {
      if (property.id !== 'custom.displayMode') continue;
      property.id = 'custom.cellOptions';
      property.value = cellOf(property.value);
    }
  }
}

function cellOf(mode: unknown): Draft {
  switch (mode) {
    case 'basic':
    case 'gradient-gauge':
    case 'lcd-gauge':
      return { type: 'gauge', mode: mode.replace('-gauge', '') };
    case 'color-background':
      return { type: 'color-background', mode: 'gradient' };
    case 'color-background-solid':
      return { type: 'color-background', mode: 'basic' };
    default:
      return { type: mode };
  }
}

/** The time axis went with the axis that was hidden before version 35; now it is a field of its own. */
export function timeAxis(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    const { axisPlacement } = draftAt(fieldDefaultsOf(panel), 'custom');
    if (panel.type !== 'timeseries' || axisPlacement !== 'hidden') continue;
    draftAt(panel, 'fieldConfig').overrides = [
      ...overridesOf(panel),
      {
        matcher: { id: 'byType', options: 'time' },
        properties: [{ id: 'custom.axisPlacement', value: 'auto' }],
      },
    ];
  }
}

/** What is not drawn is not in the tooltip either since version 42. */
export function hiddenTooltip(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    for (const [holder, key] of custom(panel, 'hideFrom')) {
      const hidden = holder[key];
      if (isDraft(hidden) && hidden.viz === true) hidden.tooltip = true;
    }
  }
}

/** A hidden legend was a mode of it before version 37. */
export function legendShown(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    const legend = draftAt(panel, 'options').legend;
    if (!isDraft(legend)) continue;
    const isHidden = legend.displayMode === 'hidden' || legend.showLegend === false;
    legend.showLegend = !isHidden;
    if (isHidden) legend.displayMode = 'list';
  }
}
