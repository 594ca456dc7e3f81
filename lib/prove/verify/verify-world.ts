import { setTimeout as sleep } from 'node:timers/promises';

import { Duration } from '../../catalog/index.ts';
import {
  atVariable,
  type Dashboard,
  type Loaded,
  type Project,
  type Scenario,
  type System,
  whereIn,
} from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import { PrometheusApi } from '../prometheus-server/index.ts';
import { WorldData } from '../synthesise/index.ts';
import { Failure } from '../workplace/index.ts';
import { secondsShown, startWorld, type WorldSize, type WorldTools } from '../world/index.ts';
import { askPanel } from './ask-panels.ts';
import { type AskedPanel, askedPanels } from './asked-panels.ts';
import { askedRange } from './asked-range.ts';
import { checkHealthy, checkScenario, firing } from './check-alerts.ts';
import { checkAnswer } from './check-answer.ts';
import { chooseValues, type ChosenVariable } from './choose-values.ts';
import { fillVariables } from './fill-variables.ts';
import { Findings } from './findings.ts';
import { placedAlerts } from './placed-alerts.ts';

/** What was found in one world, and how much was looked at. */
export interface Verified {
  readonly diagnostics: Findings['diagnostics'];
  readonly queries: number;
  readonly size: WorldSize;
}

/** Seconds at the beginning of the data in which ranges are not full yet. */
const WARM_UP = 3600;

/**
 * Proves one world of a system: starts it, asks what every panel, variable and annotation asks, and evaluates every alert.
 *
 * @param scenario absent: the healthy world
 * @throws Failure
 */
export async function verifyWorld(
  system: System,
  project: Project,
  scenario: Scenario | undefined,
  tools: WorldTools,
): Promise<Verified> {
  const findings = new Findings();
  const world = await startWorld(system, project, scenario, tools);
  try {
    const api = new PrometheusApi(world.url);
    const alerts = placedAlerts(system);
    await askDashboards(system, project, api, world.frame.end, scenario !== undefined, findings);
    const { whole, incident, end } = world.frame;
    const from = scenario === undefined ? whole + WARM_UP : incident - WARM_UP;
    const fired = await firing(alerts, api, from, end, findings);
    await findings.askSlowAgain();
    if (scenario === undefined) checkHealthy(fired, findings);
    else {
      const path = [`scenario ${scenario.name}`];
      const where =
        system.world === undefined ? undefined : whereIn(system.world, scenario.site, path);
      if (where !== undefined) {
        await checkScenario(scenario, where, fired, api, world.frame, findings);
        for (const i of new WorldData(system, world.frame, scenario).unused) {
          const { selector } = scenario.changes[i] ?? {};
          const text = selector === undefined ? '' : print(selector);
          findings.add(
            'verify/change-of-nothing',
            where,
            `no series is changed: there is no \`${text}\``,
          );
        }
      }
    }
    return { diagnostics: findings.diagnostics, queries: findings.queries, size: world.size };
  } catch (error) {
    // The connection breaks before the process is seen to end.
    if (error instanceof Failure) await sleep(200);
    const why = world.ended();
    if (why === undefined || tools.workplace.isClosing) throw error;
    throw Failure.said(why, `go on: Prometheus ended while it verified ${system.name}`);
  } finally {
    await world.stop();
  }
}

/** Asks all that the dashboards of a system ask. */
export async function askDashboards(
  system: System,
  project: Project,
  api: PrometheusApi,
  now: number,
  isIncident: boolean,
  findings: Findings,
): Promise<void> {
  const minStep = scrapeInterval(system);
  const dashboards = [...askedPanels(system, project)].map(async ([loaded, panels]) => {
    const chosen = await askVariables(loaded, api, now, minStep, findings);
    const values = new Map(
      chosen.flatMap(({ variable, chosen: value }) =>
        value === undefined ? [] : [[variable.name, value]],
      ),
    );
    const asking = { api, now, minStep, chosen: values, isIncident, findings };
    await Promise.all([
      ...panels.map((panel: AskedPanel) => askPanel(panel, loaded.value, asking)),
      askAnnotations(loaded, asking),
    ]);
  });
  await Promise.all(dashboards);
}

async function askVariables(
  loaded: Loaded<Dashboard>,
  api: PrometheusApi,
  now: number,
  minStep: number,
  findings: Findings,
): Promise<readonly ChosenVariable[]> {
  const { time, variables } = loaded.value;
  const length = secondsShown(time.from);
  const range = askedRange({ now, length, shift: 0, maxDataPoints: 1000, minStep });
  const chosen = await chooseValues(variables, api, { ...range, end: now });
  for (const { variable, chosen: value, error } of chosen) {
    if (variable.type === 'query') findings.queries++;
    const where = atVariable(loaded, variable);
    if (error !== undefined) {
      findings.add('verify/query-fails', where, `Prometheus refuses the query: ${error}`);
    } else if (value?.values.length === 0) {
      findings.add(
        'verify/variable-empty',
        where,
        `\`${variable.name}\` has no values to choose from`,
      );
    }
  }
  return chosen;
}

/** Nothing may have happened: that an annotation is empty says nothing. */
async function askAnnotations(
  loaded: Loaded<Dashboard>,
  { api, now, minStep, chosen, findings }: Parameters<typeof askPanel>[2],
): Promise<void> {
  const { annotations, time, uid } = loaded.value;
  const length = secondsShown(time.from);
  for (const { node, name, site, step } of annotations) {
    const facts = { now, length, shift: 0, maxDataPoints: 1000 };
    const range = askedRange({ ...facts, minStep: step?.inSeconds ?? Math.max(60, minStep) });
    const expr = fillVariables(print(node), range.builtins, chosen);
    const where = whereIn(loaded, site, [`dashboard ${uid}`, `annotation "${name}"`]);
    const { start, end, step: every } = range;
    const answer = await findings.ask(where, () => api.range(expr, start, end, every));
    checkAnswer(answer, where, findings);
  }
}

/** As the datasource says it; Grafana takes 15 s where it does not. */
function scrapeInterval({ stack }: System): number {
  const prometheus = stack.datasources.filter(({ type }) => type === 'prometheus');
  const chosen = prometheus.find((each) => each.default) ?? prometheus[0];
  const { jsonData } = chosen ?? {};
  const told = jsonData !== undefined && 'timeInterval' in jsonData ? jsonData.timeInterval : '15s';
  return Duration.of(told ?? '15s').inSeconds;
}
