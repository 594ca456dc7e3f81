import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import { type MouseEvent, useMemo } from 'react';

import { goTo } from '../../address/index.ts';
import { recordOf } from '../../json.ts';
import { isOutside } from '../../links/index.ts';
import type { PanelKind, PanelProps } from '../panel-props.ts';
import { contentOf, languageOf, textHtml } from './text-html.ts';

function Text(props: PanelProps) {
  const { height } = props;
  const styles = useStyles2(getStyles);
  const html = useMemo(() => textHtml(props), [props]);
  return (
    <div style={{ height }}>
      <ScrollContainer height="100%">
        {html === undefined ? (
          <Code props={props} />
        ) : (
          // `markdown-html` has Grafana's own styles of rendered Markdown.
          <div
            className={`markdown-html ${styles.text}`}
            onClick={followInside}
            dangerouslySetInnerHTML={{ __html: html }}
          />
        )}
      </ScrollContainer>
    </div>
  );
}

function Code({ props }: { readonly props: PanelProps }) {
  const styles = useStyles2(getStyles);
  const showsNumbers = recordOf(props.options['code'])['showLineNumbers'] === true;
  return (
    <pre className={styles.code} data-language={languageOf(props)}>
      {contentOf(props)
        .split('\n')
        .map((line, index) => (
          <div key={index}>
            {showsNumbers && <span className={styles.number}>{index + 1}</span>}
            {line === '' ? ' ' : line}
          </div>
        ))}
    </pre>
  );
}

/** A link to another dashboard does not load the page anew. */
function followInside(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href');
  if (!href || isOutside(href) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(href);
}

function getStyles(theme: GrafanaTheme2) {
  return {
    text: css({ height: '100%', overflowWrap: 'anywhere' }),
    code: css({
      margin: 0,
      border: 'none',
      background: 'transparent',
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'pre-wrap',
    }),
    number: css({
      display: 'inline-block',
      width: 32,
      paddingRight: theme.spacing(1),
      textAlign: 'right',
      color: theme.colors.text.disabled,
    }),
  };
}

export const text: PanelKind = {
  component: Text,
  padding: 'md',
  shown: (props) => ({ names: [], values: [contentOf(props)] }),
  needsData: false,
};
