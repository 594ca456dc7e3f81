import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { BarProps } from './top-bar.tsx';

/** Above a picture: the title, and in words what else the controls would say. */
export function KioskBar({ dashboard, context, replace }: BarProps) {
  const styles = useStyles2(getStyles);
  const { variables, range } = context.variables;
  const shown = variables.filter(({ hide, type }) => hide !== 2 && type !== 'constant');
  const times = [range.from, range.to].map((time) =>
    dateTimeFormat(time, { timeZone: 'utc', format: 'YYYY-MM-DD HH:mm' }),
  );
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{dashboard.title}</h1>
      {shown.map(({ name, label }) => (
        <span key={name} className={styles.word}>
          <span className={styles.name}>{label || name}</span> {replace(`\${${name}}`)}
        </span>
      ))}
      <span className={styles.end}>
        {context.view.scenario === undefined ? '' : `scenario ${context.view.scenario} · `}
        {times.join(' to ')} UTC
      </span>
    </header>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(2, 0),
    }),
    title: css({ margin: 0, fontSize: theme.typography.h3.fontSize }),
    word: css({ fontSize: theme.typography.bodySmall.fontSize }),
    name: css({ color: theme.colors.text.secondary }),
    end: css({
      marginLeft: 'auto',
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
}
