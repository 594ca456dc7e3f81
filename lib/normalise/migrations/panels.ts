import { type Draft, draftAt, draftsOf, isDraft, panelsOf } from '../draft.ts';

/** Tables with styles per column were another panel before version 24. */
export function oldTables(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    if (panel.type === 'table' && panel.styles !== undefined) panel.type = 'table-old';
    if (panel.type === 'text2') panel.type = 'text';
  }
}

/** The least width of a repeated panel became the number of panels in a line in version 17. */
export function maxPerRow(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    if (panel.minSpan) {
      const most = 24 / Number(panel.minSpan);
      panel.maxPerRow = [1, 2, 3, 4, 6, 8, 12, 24].findLast((factor) => factor <= most) ?? 1;
    }
    delete panel.minSpan;
  }
}

/** Since version 31 the rows of one label set are joined by a step of its own. */
export function mergeLabels(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    if (!Array.isArray(panel.transformations)) continue;
    panel.transformations = draftsOf(panel.transformations).flatMap((step) =>
      step.id === 'labelsToFields' ? [step, { id: 'merge', options: {} }] : [step],
    );
  }
}

/** The tooltip of graphs had another key before version 30. */
export function tooltipOptions(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    const options = draftAt(panel, 'options');
    if (!isDraft(options.tooltipOptions)) continue;
    options.tooltip = options.tooltipOptions;
    delete options.tooltipOptions;
  }
}

/** The text of a text panel stood beside its options up to Grafana 7. */
export function textContent(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    if (panel.type !== 'text' || panel.content === undefined) continue;
    const { content, mode, options } = panel;
    panel.options = { ...(isDraft(options) ? options : {}), content, mode: mode ?? 'markdown' };
    delete panel.content;
    delete panel.mode;
  }
}
