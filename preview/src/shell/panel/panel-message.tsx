import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface PanelMessageProps {
  readonly text: string;
  readonly isError?: boolean;
}

/** Instead of a drawing. */
export function PanelMessage({ text, isError = false }: PanelMessageProps) {
  const styles = useStyles2(getStyles);
  return <div className={isError ? styles.error : styles.message}>{text}</div>;
}

function getStyles(theme: GrafanaTheme2) {
  const message = {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    height: '100%',
    padding: theme.spacing(1),
    textAlign: 'center',
    overflow: 'auto',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.h4.fontSize,
    color: theme.colors.text.secondary,
  } as const;
  return {
    message: css(message),
    error: css({
      ...message,
      fontSize: theme.typography.body.fontSize,
      color: theme.colors.error.text,
    }),
  };
}
