import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useState } from 'react';

import { levelColor } from './level-of.ts';
import type { LogLine } from './log-lines.ts';

export interface LogRowProps {
  readonly line: LogLine;
  readonly showsTime: boolean;
  /** Absent: they are not shown. */
  readonly labels: Readonly<Record<string, string>> | undefined;
  readonly wraps: boolean;
  readonly prettifies: boolean;
  readonly opens: boolean;
}

/** A line of a log; a click opens its labels. */
export function LogRow({ line, showsTime, labels, wraps, prettifies, opens }: LogRowProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      className={opens ? styles.opens : undefined}
      onClick={opens ? () => setOpen(!isOpen) : undefined}
    >
      <div className={styles.line}>
        <span
          className={styles.level}
          title={line.level}
          style={{ background: levelColor(line.level, theme) }}
        />
        {showsTime && <span className={styles.time}>{timeText(line.time)}</span>}
        {labels !== undefined && Object.keys(labels).length > 0 && (
          <span className={styles.labels}>{labelsText(labels)}</span>
        )}
        <span className={wraps || prettifies ? styles.wrapped : styles.text}>
          {prettifies ? prettified(line.text) : line.text}
        </span>
      </div>
      {isOpen && (
        <dl className={styles.details}>
          {Object.entries(line.labels).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

export function timeText(time: number): string {
  return dateTimeFormat(time, { timeZone: 'utc', format: 'YYYY-MM-DD HH:mm:ss.SSS' });
}

export function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

function prettified(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function getStyles(theme: GrafanaTheme2) {
  const color = theme.colors.text.secondary;
  return {
    opens: css({ cursor: 'pointer', '&:hover': { background: theme.colors.action.hover } }),
    line: css({
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0.5),
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: 1.5,
    }),
    level: css({ flex: 'none', width: 3, borderRadius: 1 }),
    time: css({ flex: 'none', color, whiteSpace: 'nowrap' }),
    labels: css({ flex: 'none', color, whiteSpace: 'nowrap' }),
    text: css({ whiteSpace: 'pre' }),
    wrapped: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
    details: css({
      margin: theme.spacing(0.5, 2),
      fontSize: theme.typography.bodySmall.fontSize,
      '& > div': { display: 'flex', gap: theme.spacing(1) },
      dt: { width: 160, color, fontWeight: theme.typography.fontWeightRegular },
      dd: { margin: 0 },
    }),
  };
}
