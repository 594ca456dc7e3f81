import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import type { VariablesAnswer } from '../../../../lib/preview/protocol.ts';
import type { Box, GridItem } from '../../grid/index.ts';
import { replacerOf, textSourceOf } from '../../text/index.ts';

interface RowLineProps {
  readonly item: GridItem;
  readonly box: Box;
  readonly isCollapsed: boolean;
  readonly variables: VariablesAnswer;
  readonly onToggle: () => void;
}

/** The line above a row's panels; a click on it hides and shows them. */
export function RowLine({ item, box, isCollapsed, variables, onToggle }: RowLineProps) {
  const styles = useStyles2(getStyles);
  const title = replacerOf(textSourceOf(variables, item.scoped))(item.panel.title);
  return (
    <div
      className={isCollapsed ? styles.collapsed : styles.row}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
    >
      <button
        type="button"
        className={styles.button}
        aria-expanded={!isCollapsed}
        onClick={onToggle}
      >
        <Icon name={isCollapsed ? 'angle-right' : 'angle-down'} />
        <span className={styles.title}>{title}</span>
        {isCollapsed && (
          <span className={styles.count}>
            ({item.count} {item.count === 1 ? 'panel' : 'panels'})
          </span>
        )}
      </button>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const row = { position: 'absolute', display: 'flex', alignItems: 'center' } as const;
  return {
    row: css(row),
    collapsed: css({ ...row, borderBottom: `1px solid ${theme.colors.border.weak}` }),
    button: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      border: 'none',
      background: 'transparent',
      color: theme.colors.text.primary,
      padding: theme.spacing(0, 0.5),
    }),
    title: css({
      fontSize: theme.typography.h5.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    }),
    count: css({ color: theme.colors.text.secondary, fontStyle: 'italic', whiteSpace: 'nowrap' }),
  };
}
