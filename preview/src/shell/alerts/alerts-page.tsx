import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import type { PreviewState } from '../../../../lib/preview/protocol.ts';
import { useAddress } from '../../address/index.ts';
import { fetchAlerts } from '../../api/index.ts';
import { SafeLink } from '../../links/index.ts';
import { useAnswer } from '../../remote/index.ts';
import { ScenarioMenu, ThemeSwitch } from '../bar/index.ts';
import { AlertRow } from './alert-row.tsx';

interface AlertsPageProps {
  readonly system: string;
  readonly state: PreviewState;
}

const ORDER = { firing: 0, pending: 1, inactive: 2 } as const;

/** All alerts of a system with their state at the end of the data; those that are not quiet first. */
export function AlertsPage({ system: name, state }: AlertsPageProps) {
  const { scenario } = useAddress();
  const styles = useStyles2(getStyles);
  const { value, error } = useAnswer(`${state.version} ${name} ${scenario}`, () =>
    fetchAlerts(name, scenario),
  );
  const alerts = [...(value?.alerts ?? [])].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <nav className={styles.path}>
          <SafeLink href="/">Dashboards</SafeLink>
          <Icon name="angle-right" />
          <h1 className={styles.title}>Alerts of {name}</h1>
          {value !== undefined && <span>{dateTimeFormat(value.at, { timeZone: 'utc' })} UTC</span>}
        </nav>
        <div className={styles.path}>
          <ScenarioMenu system={state.systems.find((system) => system.name === name)} />
          <ThemeSwitch />
        </div>
      </header>
      {error !== undefined && <p className={styles.error}>{error}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            {['State', 'Alert', 'Severity', 'For', 'Labels and since when', 'Panel'].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {alerts.map((alert) => (
            <AlertRow key={`${alert.group} ${alert.name} ${alert.severity}`} alert={alert} />
          ))}
        </tbody>
      </table>
    </main>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ padding: theme.spacing(2) }),
    header: css({
      display: 'flex',
      justifyContent: 'space-between',
      paddingBottom: theme.spacing(2),
    }),
    path: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: theme.colors.text.secondary,
    }),
    title: css({
      margin: 0,
      fontSize: theme.typography.h5.fontSize,
      color: theme.colors.text.primary,
    }),
    error: css({ color: theme.colors.error.text }),
    table: css({
      width: '100%',
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      'th, td': {
        padding: theme.spacing(1, 1.5),
        verticalAlign: 'top',
        borderBottom: `1px solid ${theme.colors.border.weak}`,
        textAlign: 'left',
      },
    }),
  };
}
