import { renderTextPanelMarkdown } from '@grafana/data';

import { recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import { safeHtml } from './safe-html.ts';

/** Its text with variables filled in; one that has a name like a tag stays text. */
export function contentOf({ options, replace }: PanelProps): string {
  const format = options['mode'] === 'code' ? undefined : 'html';
  return replace(textOf(options['content']), {}, format);
}

/** @returns nothing for code, which is no HTML */
export function textHtml(props: PanelProps): string | undefined {
  const { mode } = props.options;
  if (mode === 'code') return undefined;
  const content = contentOf(props);
  // Sanitised here, after variables and Markdown: what Grafana itself would let through is not enough.
  return safeHtml(
    mode === 'html' ? content : renderTextPanelMarkdown(content, { noSanitize: true }),
  );
}

/** `plaintext` where it says nothing. */
export function languageOf({ options }: PanelProps): string {
  return textOf(recordOf(options['code'])['language']) || 'plaintext';
}
