import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TagList, useStyles2 } from '@grafana/ui';
import { useLayoutEffect } from 'react';

import type { PreviewState, PreviewSystem } from '../../../../lib/preview/protocol.ts';
import { useAddress } from '../../address/index.ts';
import { SafeLink } from '../../links/index.ts';
import { ThemeSwitch } from '../bar/index.ts';
import { AlertBadge } from './alert-badge.tsx';

/** All dashboards by system, with what fires in each. */
export function DashboardList({ state }: { readonly state: PreviewState }) {
  const styles = useStyles2(getStyles);
  useLayoutEffect(() => {
    document.title = 'dashc preview';
  }, []);
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1>Dashboards</h1>
        <ThemeSwitch />
      </header>
      {state.systems.map((system) => (
        <System key={system.name} system={system} version={state.version} />
      ))}
    </main>
  );
}

function System({ system, version }: { readonly system: PreviewSystem; readonly version: number }) {
  const styles = useStyles2(getStyles);
  const { kiosk } = useAddress();
  return (
    <section className={styles.system}>
      <h2 className={styles.name}>
        {system.name} {!kiosk && <AlertBadge system={system.name} version={version} />}
      </h2>
      {system.dashboards.length === 0 && <p className={styles.description}>No dashboards</p>}
      {system.dashboards.map(({ uid, title, description, tags }) => (
        <article key={uid} className={styles.dashboard}>
          <div>
            <SafeLink href={`/d/${encodeURIComponent(uid)}`} className={styles.title}>
              {title || uid}
            </SafeLink>
            <div className={styles.description}>{description}</div>
          </div>
          <TagList tags={[...tags]} />
        </article>
      ))}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ maxWidth: 1100, margin: '0 auto', padding: theme.spacing(2) }),
    header: css({ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }),
    system: css({ paddingBottom: theme.spacing(3) }),
    name: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      fontSize: theme.typography.h4.fontSize,
    }),
    dashboard: css({
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: theme.spacing(2),
      padding: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(1),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    title: css({ fontWeight: theme.typography.fontWeightMedium, color: theme.colors.text.link }),
    description: css({ color: theme.colors.text.secondary }),
  };
}
