import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useLayoutEffect, useMemo, useState } from 'react';

import type { PreviewAlert, PreviewState, View } from '../../../../lib/preview/protocol.ts';
import { type Address, useAddress } from '../../address/index.ts';
import { fetchAlerts, fetchAnnotations, fetchDashboard, fetchVariables } from '../../api/index.ts';
import { reportPhase, useOpening } from '../../control/index.ts';
import { type DashboardJson, readDashboard } from '../../dashboard/index.ts';
import { useAnswer } from '../../remote/index.ts';
import { replacerOf, textSourceOf } from '../../text/index.ts';
import { KioskBar, TopBar } from '../bar/index.ts';
import type { DashboardContext } from './dashboard-context.ts';
import { PanelGrid } from './panel-grid.tsx';

interface DashboardPageProps {
  readonly uid: string;
  readonly state: PreviewState;
}

/** One dashboard: what is above its panels, and its panels. It keeps its place while the sources change. */
export function DashboardPage({ uid, state }: DashboardPageProps) {
  const address = useAddress();
  const opening = useOpening();
  const styles = useStyles2(getStyles);
  const [refreshes, setRefreshes] = useState(0);
  const version = `${state.version}.${refreshes}`;
  const json = useAnswer(`${uid} ${state.version}`, async () =>
    readDashboard(JSON.parse(await fetchDashboard(uid))),
  );
  const dashboard = json.value;
  const view = useMemo(
    () => (dashboard === undefined ? undefined : viewOf(uid, dashboard, address)),
    [uid, dashboard, address],
  );
  const asked = view === undefined ? undefined : `${version} ${JSON.stringify(view)}`;
  const variables = useAnswer(asked, () => fetchVariables(view as View));
  const annotations = useAnswer(dashboard?.hasAnnotations === true ? asked : undefined, () =>
    fetchAnnotations(view as View),
  );
  const system = state.systems.find(({ dashboards }) =>
    dashboards.some((other) => other.uid === uid),
  );
  // In pictures only what the dashboard itself says: an alert's state costs more than all of its panels.
  const alerts = useAnswer(
    system === undefined || address.kiosk ? undefined : `${version} ${address.scenario}`,
    () => fetchAlerts(system?.name ?? '', address.scenario),
  );

  const isAnnotated =
    dashboard?.hasAnnotations !== true ||
    annotations.value !== undefined ||
    annotations.error !== undefined;
  const problem = json.error ?? variables.error;
  const context = useContextOf(
    view,
    version,
    variables.value,
    annotations.value,
    address.kiosk,
    opening.all,
  );
  const isReady = dashboard !== undefined && context !== undefined && isAnnotated;
  useLayoutEffect(() => {
    if (problem !== undefined) reportPhase(opening.count, { failed: problem });
    document.title = dashboard === undefined ? 'dashc preview' : `${dashboard.title} - dashc`;
  }, [problem, opening.count, dashboard]);

  if (!isReady) return problem === undefined ? null : <p className={styles.problem}>{problem}</p>;
  const replace = replacerOf(textSourceOf(context.variables));
  const bar = { dashboard, context, state, system, replace };
  return (
    <main className={styles.page}>
      {address.kiosk ? (
        <KioskBar {...bar} />
      ) : (
        <TopBar {...bar} onRefresh={() => setRefreshes((count) => count + 1)} />
      )}
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
      <PanelGrid
        dashboard={dashboard}
        context={context}
        alerts={alerts.value?.alerts ?? NO_ALERTS}
        viewPanel={address.viewPanel}
        expandRows={opening.expandRows}
        onLaidOut={() => reportPhase(opening.count, 'laid out')}
      />
    </main>
  );
}

function viewOf(uid: string, dashboard: DashboardJson, address: Address): View {
  const { scenario, from = dashboard.from, to = dashboard.to, chosen } = address;
  return { uid, ...(scenario !== undefined && { scenario }), from, to, chosen };
}

function useContextOf(
  view: View | undefined,
  version: string,
  variables: DashboardContext['variables'] | undefined,
  annotations: { readonly annotations: DashboardContext['annotations'] } | undefined,
  isKiosk: boolean,
  drawsAll: boolean,
): DashboardContext | undefined {
  const marks = annotations?.annotations ?? NO_ANNOTATIONS;
  return useMemo(
    () =>
      view === undefined || variables === undefined
        ? undefined
        : { view, version, variables, annotations: marks, isKiosk, drawsAll },
    [view, version, variables, marks, isKiosk, drawsAll],
  );
}

const NO_ALERTS: readonly PreviewAlert[] = [];
const NO_ANNOTATIONS: DashboardContext['annotations'] = [];

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ padding: theme.spacing(0, 2, 2), minWidth: 0 }),
    problem: css({ padding: theme.spacing(2), color: theme.colors.error.text }),
  };
}
