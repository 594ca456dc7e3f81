import type { z } from 'zod';

import { type ContentSystem, type DashboardJson, type PreviewContent } from './content/index.ts';
import { panelOf, type ReadDashboard, readDashboard, spanOf } from './dashboard/index.ts';
import type { OpenData, PreviewData } from './data/index.ts';
import { Refused } from './http/index.ts';
import type {
  AlertsAnswer,
  AnnotationsAnswer,
  PanelAnswer,
  TimeSpan,
  VariablesAnswer,
} from './protocol.ts';
import { askAlerts, askAnnotations, type Asking, askPanel } from './queries/index.ts';
import type { ALERTS_REQUEST, PANEL_REQUEST, VIEW } from './requests.ts';
import { type ResolvedVariables, resolveVariables } from './variables/index.ts';

type View = z.infer<typeof VIEW>;

interface Found {
  readonly system: ContentSystem;
  readonly json: DashboardJson;
}

/** Views whose variables are remembered: the panels of a dashboard ask one after the other. */
const REMEMBERED = 50;

/** Answers what the page asks about dashboards. What cannot be asked for is refused. */
export class Answers {
  readonly #content: PreviewContent;
  readonly #data: PreviewData;
  readonly #dashboards = new Map<DashboardJson, ReadDashboard>();
  readonly #variables = new Map<string, Promise<ResolvedVariables>>();

  constructor(content: PreviewContent, data: PreviewData) {
    this.#content = content;
    this.#data = data;
  }

  /** @throws Refused */
  dashboard(uid: string): DashboardJson {
    return this.#find(uid).json;
  }

  /** @throws Refused, Failure */
  variables(view: View): Promise<VariablesAnswer> {
    return this.#look(view, ({ range, now, variables }) => {
      return Promise.resolve({ range, now: now * 1000, variables: variables.shown });
    });
  }

  /** @throws Refused, Failure */
  panel(request: z.infer<typeof PANEL_REQUEST>): Promise<PanelAnswer> {
    return this.#look(request, (asking) => {
      const panel = panelOf(asking.dashboard, request.panel);
      if (panel === undefined) {
        throw new Refused(404, `\`${request.uid}\` has no panel ${request.panel}`);
      }
      return askPanel(panel, request, asking);
    });
  }

  /** @throws Refused, Failure */
  annotations(view: View): Promise<AnnotationsAnswer> {
    return this.#look(view, askAnnotations);
  }

  /** @throws Refused, Failure */
  alerts({ system: name, scenario }: z.infer<typeof ALERTS_REQUEST>): Promise<AlertsAnswer> {
    const system = this.#content.systems.find((each) => each.name === name);
    if (system === undefined) throw new Refused(404, `there is no system \`${name}\``);
    this.#checkScenario(system, scenario);
    return this.#data.use(name, scenario, ({ api, now }) => askAlerts(system.alerts, api, now));
  }

  #look<T>(view: View, ask: (asking: Asking) => Promise<T>): Promise<T> {
    const { system, json } = this.#find(view.uid);
    this.#checkScenario(system, view.scenario);
    const dashboard = this.#dashboards.get(json) ?? readDashboard(json);
    this.#dashboards.set(json, dashboard);
    const { datasources } = system;
    return this.#data.use(system.name, view.scenario, async (data) => {
      const { api, now } = data;
      const range = spanOf(view.from, view.to, now);
      if (range === undefined) {
        throw new Refused(400, `\`${view.from}\` to \`${view.to}\` is no time`);
      }
      const variables = await this.#resolve(view, data, range, () =>
        resolveVariables(dashboard.templating.list, {
          api,
          range,
          datasources,
          chosen: view.chosen,
        }),
      );
      return ask({ api, now, range, dashboard, datasources, variables });
    });
  }

  /** The same for all panels of a view. */
  #resolve(
    { uid, scenario, chosen }: View,
    { key }: OpenData,
    range: TimeSpan,
    resolve: () => Promise<ResolvedVariables>,
  ): Promise<ResolvedVariables> {
    const name = JSON.stringify([uid, scenario, chosen, range, key]);
    const known = this.#variables.get(name);
    if (known !== undefined) return known;
    const [oldest] = this.#variables.keys();
    if (this.#variables.size >= REMEMBERED && oldest !== undefined) this.#variables.delete(oldest);
    const resolved = resolve();
    this.#variables.set(name, resolved);
    return resolved;
  }

  #find(uid: string): Found {
    for (const system of this.#content.systems) {
      const json = system.dashboards.find((each) => each['uid'] === uid);
      if (json !== undefined) return { system, json };
    }
    throw new Refused(404, `there is no dashboard \`${uid}\``);
  }

  #checkScenario({ name, scenarios }: ContentSystem, scenario: string | undefined): void {
    if (scenario === undefined || this.#data.kind === 'prometheus') return;
    if (scenarios.some((each) => each.name === scenario)) return;
    throw new Refused(404, `\`${name}\` has no scenario \`${scenario}\``);
  }
}
