import { emitSystem } from '../../lib/emit/index.ts';
import {
  type Dashboard,
  type PlacedPanel,
  placePanels,
  type Project,
  type Row,
  type System,
} from '../../lib/model/index.ts';

/** A system, and what was made of it: what the sections of its page are written from. */
export interface Facts {
  readonly system: System;
  readonly files: readonly EmittedFile[];
  readonly panels: readonly PanelFacts[];
}

export interface EmittedFile {
  /** Below `build/<system>/`. */
  readonly path: string;
  readonly text: string;
  readonly target: string;
}

export interface PanelFacts {
  readonly dashboard: Dashboard;
  readonly row: Row;
  readonly placed: PlacedPanel;
  /** As it was emitted: of the panel itself, or inferred from its queries. */
  readonly unit: string | undefined;
}

export function factsOf(system: System, project: Project): Facts {
  const files = [...emitSystem(system, project)].flatMap(({ target, value }) =>
    value.map(({ path, text }) => ({ path, text, target })),
  );
  const panels = system.dashboards.flatMap(({ value: dashboard, name }) => {
    const path = `${system.stack.grafana.dashboardsPath}/${name}.json`;
    const units = unitsIn(files.find((file) => file.path === path)?.text ?? '{}');
    return placePanels(dashboard).flatMap((placedRow) =>
      placedRow.panels.map((placed) => ({
        dashboard,
        row: placedRow.row,
        placed,
        unit: units.get(placed.id),
      })),
    );
  });
  return { system, files, panels };
}

interface PanelJson {
  readonly id: number;
  readonly panels?: readonly PanelJson[];
  readonly fieldConfig?: { readonly defaults?: { readonly unit?: string } };
  readonly options?: { readonly yAxis?: { readonly unit?: string } };
}

/** The unit of each panel by its id; that of a heatmap is the one of its axis. */
function unitsIn(json: string): ReadonlyMap<number, string | undefined> {
  const { panels = [] } = JSON.parse(json) as { readonly panels?: readonly PanelJson[] };
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return new Map(
    all.map(({ id, fieldConfig, options }) => [
      id,
      options?.yAxis?.unit ?? fieldConfig?.defaults?.unit,
    ]),
  );
}
