import { type Change, describe, signOf } from '../../../review/index.ts';
import { html, type Html } from './html.ts';

/** Changes in words, one a line; of other files the lines that differ. */
export function changeList(changes: readonly Change[]): Html {
  const items = changes.map((change) => {
    const sign = signOf(change);
    const { lines = [] } = change;
    const text = lines.length === 0 ? [] : [html`<pre>${lines.join('\n')}</pre>`];
    return html`<li>
      <span class="sign ${CLASSES[sign]}">${sign}</span> ${describe(change)}${text}
    </li>`;
  });
  return html`<ul>
    ${items}
  </ul>`;
}

const CLASSES = { '+': 'add', '-': 'del', '~': 'mod' } as const;
