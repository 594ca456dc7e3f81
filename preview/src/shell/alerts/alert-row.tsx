import { css } from '@emotion/css';
import { dateTimeFormat, formatLabels, type GrafanaTheme2 } from '@grafana/data';
import { Badge, type BadgeColor, useStyles2 } from '@grafana/ui';

import type { PreviewAlert } from '../../../../lib/preview/protocol.ts';
import { SafeLink } from '../../links/index.ts';

const COLORS: Readonly<Record<PreviewAlert['state'], BadgeColor>> = {
  firing: 'red',
  pending: 'orange',
  inactive: 'green',
};

/** What of many label sets is listed. */
const LISTED = 5;

export function AlertRow({ alert }: { readonly alert: PreviewAlert }) {
  const styles = useStyles2(getStyles);
  const { name, group, severity, state, active, uid, panel, error, description, expr } = alert;
  return (
    <tr data-alert={name}>
      <td>
        <Badge
          text={error === undefined ? state : 'error'}
          color={error === undefined ? COLORS[state] : 'orange'}
        />
      </td>
      <td>
        <div>{name}</div>
        <div className={styles.quiet}>{error ?? description}</div>
        <code className={styles.code}>{expr}</code>
        <div className={styles.quiet}>{group}</div>
      </td>
      <td>{severity}</td>
      <td>{alert.for}</td>
      <td>
        {active.slice(0, LISTED).map(({ labels, since, state: own }, index) => (
          <div key={index}>
            <code>{formatLabels(labels, '', true) || '{}'}</code>{' '}
            <span className={styles.quiet}>
              {own === state ? 'since' : `${own} since`}{' '}
              {dateTimeFormat(since, { timeZone: 'utc', format: 'HH:mm:ss' })}
            </span>
          </div>
        ))}
        {active.length > LISTED && <div>and {active.length - LISTED} more</div>}
      </td>
      <td>
        {uid !== undefined && (
          <SafeLink
            className={styles.link}
            href={`/d/${encodeURIComponent(uid)}${panel === undefined ? '' : `?viewPanel=${panel}`}`}
          >
            Panel
          </SafeLink>
        )}
      </td>
    </tr>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    quiet: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    code: css({ overflowWrap: 'anywhere', whiteSpace: 'normal' }),
    link: css({ color: theme.colors.text.link }),
  };
}
