import { Duration } from '../../catalog/index.ts';
import { type Artifact, TARGETS } from '../../emit/index.ts';
import { alertPanels, type Project, type System } from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import { placedAlerts } from '../../prove/index.ts';
import type {
  ContentAlert,
  ContentDatasource,
  ContentSystem,
  DashboardJson,
  PreviewContent,
} from './preview-content.ts';

/** Everything of a project that the preview shows, as it would be provisioned. */
export function contentOf(project: Project): PreviewContent {
  const target = TARGETS.find(({ name }) => name === 'grafana-dashboards');
  return {
    systems: project.systems.map((system) =>
      contentSystem(system, dashboardsIn(target?.emit(system, project).value ?? [])),
    ),
  };
}

/** What the preview shows of a system, with these dashboards. */
export function contentSystem(system: System, dashboards: readonly DashboardJson[]): ContentSystem {
  return {
    name: system.name,
    dashboards,
    scenarios: (system.world?.value.scenarios ?? []).map(({ name, description }) => {
      return { name, description };
    }),
    datasources: system.stack.datasources.map(datasource),
    alerts: alertsIn(system),
  };
}

function dashboardsIn(artifacts: readonly Artifact[]): DashboardJson[] {
  // Made by us: each is an object.
  return artifacts.map(({ text }) => JSON.parse(text) as DashboardJson);
}

/** Where a datasource does not say how often is scraped, Grafana takes 15 s. */
function datasource(each: System['stack']['datasources'][number]): ContentDatasource {
  const { uid, name, type, jsonData } = each;
  const told = jsonData !== undefined && 'timeInterval' in jsonData ? jsonData.timeInterval : '15s';
  const scrapeInterval = Duration.of(told ?? '15s').inSeconds;
  return { uid, name, type, isDefault: each.default === true, scrapeInterval };
}

function alertsIn(system: System): readonly ContentAlert[] {
  const panels = alertPanels(system);
  return placedAlerts(system).map(({ alert, group, interval }) => {
    const panel = panels.get(alert.name);
    const { name, severity, keepFiringFor } = alert;
    return {
      name,
      group,
      severity,
      expr: print(alert.node),
      ...(alert.for === undefined ? {} : { for: alert.for }),
      ...(keepFiringFor === undefined ? {} : { keepFiringFor }),
      interval,
      description: alert.description === '' ? alert.summary : alert.description,
      ...(panel === undefined ? {} : { panel: { uid: panel.dashboardUid, id: panel.panelId } }),
    };
  });
}
