import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import type { PreviewDiagnostic } from '../../../lib/preview/protocol.ts';
import { useLiveState } from '../api/index.ts';

/** Why the sources were not compiled, over what they were before. It comes back with the next error. */
export function Diagnostics() {
  const { state } = useLiveState();
  const styles = useStyles2(getStyles);
  const diagnostics = state?.diagnostics ?? [];
  const all = diagnostics.map(({ text }) => text).join('\n');
  const [closed, close] = useState('');
  if (diagnostics.length === 0 || closed === all) return null;
  return (
    <section className={styles.overlay} role="alert" data-testid="diagnostics">
      <header className={styles.header}>
        <strong>{titleOf(diagnostics)}</strong>
        <IconButton name="times" size="lg" tooltip="Close" onClick={() => close(all)} />
      </header>
      <div className={styles.list}>
        {diagnostics.map((diagnostic, index) => (
          <pre key={index} className={styles[diagnostic.severity]}>
            {diagnostic.text}
          </pre>
        ))}
      </div>
    </section>
  );
}

function titleOf(diagnostics: readonly PreviewDiagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return 'The sources have warnings';
  return `${errors === 1 ? 'An error' : `${errors} errors`} in the sources: the dashboards are those of the build before`;
}

function getStyles(theme: GrafanaTheme2) {
  const finding = {
    margin: theme.spacing(0, 0, 1),
    padding: theme.spacing(1, 1.5),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    background: theme.colors.background.secondary,
    border: 'none',
    borderLeft: `3px solid`,
  } as const;
  return {
    overlay: css({
      position: 'fixed',
      bottom: theme.spacing(2),
      left: theme.spacing(2),
      right: theme.spacing(2),
      maxHeight: '60vh',
      display: 'flex',
      flexDirection: 'column',
      zIndex: theme.zIndex.modal,
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.error.border}`,
      borderRadius: theme.shape.radius.default,
      boxShadow: theme.shadows.z3,
    }),
    header: css({
      display: 'flex',
      justifyContent: 'space-between',
      padding: theme.spacing(1, 2),
      color: theme.colors.error.text,
    }),
    list: css({ overflow: 'auto', padding: theme.spacing(0, 2, 1) }),
    error: css({ ...finding, borderLeftColor: theme.colors.error.main }),
    warning: css({ ...finding, borderLeftColor: theme.colors.warning.main }),
    info: css({ ...finding, borderLeftColor: theme.colors.info.main }),
  };
}
