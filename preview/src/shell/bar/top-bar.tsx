import { css } from '@emotion/css';
import type { GrafanaTheme2, InterpolateFunction } from '@grafana/data';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';

import type { PreviewState, PreviewSystem } from '../../../../lib/preview/protocol.ts';
import type { DashboardJson } from '../../dashboard/index.ts';
import { SafeLink } from '../../links/index.ts';
import type { DashboardContext } from '../dashboard/dashboard-context.ts';
import { DashboardLinks } from './dashboard-links.tsx';
import { ScenarioMenu } from './scenario-menu.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { TimeControls } from './time-controls.tsx';
import { VariableBar } from './variable-bar.tsx';

export interface BarProps {
  readonly dashboard: DashboardJson;
  readonly context: DashboardContext;
  readonly state: PreviewState;
  readonly system: PreviewSystem | undefined;
  readonly replace: InterpolateFunction;
}

/** Above the panels: where one is, what is chosen, and when. It stays in sight. */
export function TopBar({ onRefresh, ...bar }: BarProps & { readonly onRefresh: () => void }) {
  const { dashboard, context, state, system } = bar;
  const styles = useStyles2(getStyles);
  return (
    <header className={styles.bar}>
      <div className={styles.line}>
        <nav className={styles.path}>
          <SafeLink href="/">Dashboards</SafeLink>
          {system !== undefined && (
            <>
              <Icon name="angle-right" />
              <SafeLink href={`/alerts/${encodeURIComponent(system.name)}`}>{system.name}</SafeLink>
            </>
          )}
          <Icon name="angle-right" />
          <h1 className={styles.title}>{dashboard.title}</h1>
          {dashboard.description !== '' && (
            <Tooltip content={dashboard.description}>
              <Icon name="info-circle" />
            </Tooltip>
          )}
        </nav>
        <div className={styles.controls}>
          <ScenarioMenu system={system} />
          <TimeControls {...{ dashboard, context, onRefresh }} data={state.data} />
          <ThemeSwitch />
        </div>
      </div>
      <div className={styles.line}>
        <div className={styles.controls}>
          <VariableBar variables={context.variables.variables} chosen={context.view.chosen} />
        </div>
        <div className={styles.links}>
          <DashboardLinks {...bar} />
        </div>
      </div>
    </header>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const controls = {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  } as const;
  return {
    bar: css({
      position: 'sticky',
      top: 0,
      zIndex: theme.zIndex.navbarFixed,
      margin: theme.spacing(0, -2),
      padding: theme.spacing(1, 2),
      background: theme.colors.background.canvas,
    }),
    line: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      '&:not(:first-child)': { paddingTop: theme.spacing(1) },
      '&:last-child > div:empty': { display: 'none' },
      '&:not(:has(> div:not(:empty)))': { display: 'none' },
    }),
    path: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: theme.colors.text.secondary,
      minWidth: 0,
    }),
    title: css({
      margin: 0,
      fontSize: theme.typography.h5.fontSize,
      color: theme.colors.text.primary,
    }),
    controls: css(controls),
    links: css({ ...controls, marginLeft: 'auto' }),
  };
}
