import { normaliseDashboard } from '../../../normalise/index.ts';
import { listOf, type Raw, textAt } from '../readers.ts';
import { upgradeGraph } from './graph.ts';
import { upgradeSinglestat } from './singlestat.ts';
import { upgradeTable } from './table-old.ts';
import type { Upgraded } from './upgraded.ts';

const UPGRADES: Readonly<Record<string, ((panel: Raw) => Upgraded) | undefined>> = {
  graph: upgradeGraph,
  singlestat: upgradeSinglestat,
  'grafana-singlestat-panel': upgradeSinglestat,
  'table-old': upgradeTable,
};

/** Puts the panel types of today in place of those that Grafana has removed, and says what that changed. */
export function upgradePanels(dashboard: Raw): {
  readonly dashboard: Raw;
  readonly notes: readonly string[];
} {
  const notes: string[] = [];
  const panels = listOf(dashboard.panels).map((panel) =>
    panel.type === 'row' && Array.isArray(panel.panels)
      ? { ...panel, panels: listOf(panel.panels).map((inner) => upgraded(inner, notes)) }
      : upgraded(panel, notes),
  );
  if (notes.length === 0) return { dashboard, notes };
  // What was written anew may equal defaults, and is of the schema of today.
  return { dashboard: normaliseDashboard({ ...dashboard, panels, schemaVersion: 42 }), notes };
}

function upgraded(panel: Raw, notes: string[]): Raw {
  const type = textAt(panel, 'type') ?? '';
  const upgrade = Object.hasOwn(UPGRADES, type) ? UPGRADES[type] : undefined;
  if (upgrade === undefined) return panel;
  const { panel: result, dropped } = upgrade(panel);
  const without = dropped.length === 0 ? '' : `; left out: ${[...new Set(dropped)].join(', ')}`;
  notes.push(
    `panel ${JSON.stringify(textAt(panel, 'title') ?? '')}: ${type} became ${String(result.type)}${without}`,
  );
  return result;
}
