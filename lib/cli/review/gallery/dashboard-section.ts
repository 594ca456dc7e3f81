import type { PixelCount } from '../../../preview/index.ts';
import type { ComparedDashboard, PictureKind } from '../compared-dashboard.ts';
import type { ComparedPanel } from '../compared-panels.ts';
import { pixelText } from '../pixel-text.ts';
import { changeList } from './change-list.ts';
import { html, type Html } from './html.ts';

/** A dashboard: what changed in words, panel by panel in pixels, and the pictures. */
export function dashboardSection(dashboard: ComparedDashboard, id: string): Html {
  const { title, system, state, changes, missing } = dashboard;
  const place = system === undefined ? '' : `${system}, `;
  const why = missing === undefined ? [] : [html`<p class="careful">No pictures: ${missing}</p>`];
  return html`<section id="${id}">
    <header>
      <h2>${title} <small>${place}${STATES[state]}</small></h2>
    </header>
    <div class="in">
      ${changes.length === 0 ? html`<p>Nothing changed in words.</p>` : changeList(changes)}
      ${panelTable(dashboard)}${why}${viewer(dashboard, id)}
    </div>
  </section> `;
}

const STATES = { added: 'new', removed: 'removed', changed: 'changed' } as const;

function panelTable({ panels, head }: ComparedDashboard): Html {
  const ofHead = head !== undefined && head.different > 0 ? [row('title and variables', head)] : [];
  const rows = [...ofHead, ...panels.map(panelRow)];
  if (rows.length === 0) return html``;
  return html`<table>
    <tr>
      <th>panel</th>
      <th>pixels that differ</th>
      <th></th>
    </tr>
    ${rows}
  </table>`;
}

function panelRow({ title, state, pixels, remark = '' }: ComparedPanel): Html {
  const name = html`<span class="${CLASSES[state]}">${title || 'without a title'}</span>`;
  return row(name, pixels, state === 'changed' ? remark : state);
}

const CLASSES = { added: 'add', removed: 'del', changed: 'mod' } as const;

function row(name: Html | string, pixels: PixelCount | undefined, remark = ''): Html {
  const count = pixels === undefined ? '' : pixelText(pixels);
  return html`<tr>
    <td>${name}</td>
    <td class="n">${count}</td>
    <td>${remark}</td>
  </tr>`;
}

/** Both versions beside each other, until the reader chooses another way; one version alone. */
function viewer({ pictures, title }: ComparedDashboard, id: string): Html {
  const kinds = (['before', 'after', 'difference'] as const).filter((kind) => kind in pictures);
  const figures = kinds.map((kind) => figure(kind, pictures[kind], title));
  if (kinds.length === 0) return html``;
  if (kinds.length === 1) return html`<div class="view one">${figures}</div>`;
  return html`<div class="bar">
      ${MODES.map(([mode, name]) => modeChoice(id, mode, name))}
      <input
        type="range"
        min="0"
        max="100"
        value="50"
        aria-label="How much of before and after is seen"
      />
    </div>
    <div class="view" data-mode="side">${figures}</div>`;
}

const MODES = [
  ['side', 'side by side'],
  ['slider', 'slider'],
  ['fade', 'fade'],
  ['difference', 'difference'],
] as const;

function modeChoice(id: string, mode: string, name: string): Html {
  const checked = mode === 'side' ? html` checked` : html``;
  return html`<label
    ><input type="radio" name="mode-${id}" value="${mode}" ${checked} /> ${name}</label
  >`;
}

function figure(kind: PictureKind, png: Buffer | undefined, title: string): Html {
  const source = `data:image/png;base64,${png?.toString('base64') ?? ''}`;
  return html`<figure class="${kind}">
    <figcaption>${kind}</figcaption>
    <img src="${source}" alt="${title}, ${kind}" />
  </figure>`;
}
