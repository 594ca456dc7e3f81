import { createHash } from 'node:crypto';

import { type Chapter, chaptersOf, type Review, summaryOf } from '../../../review/index.ts';
import type { ComparedDashboard } from '../compared-dashboard.ts';
import { changeList } from './change-list.ts';
import { dashboardSection } from './dashboard-section.ts';
import { html, Html } from './html.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

export interface GalleryContent {
  readonly review: Review;
  readonly dashboards: readonly ComparedDashboard[];
  /** What a reader of the pictures has to know; why there are none. */
  readonly notes: readonly string[];
}

/**
 * A page with everything in it, for a browser without a network. Titles and texts come from whoever opened the pull
 * request: they are escaped, and where that failed the policy of the page would still let no script run but its own.
 */
export function renderGallery({ review, dashboards, notes }: GalleryContent): string {
  const rest = chaptersOf(review).filter(({ changes }) => changes[0]?.dashboard === undefined);
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${sha256(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width" />
        <title>Review: ${summaryOf(review)}</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <h1>${summaryOf(review)}</h1>
        ${notes.map((each) => html`<p>${each}</p>`)} ${impactList(review)}
        <nav>${dashboards.map(({ title }, i) => html`<a href="#d${i}">${title}</a>`)}</nav>
        ${dashboards.map((each, i) => dashboardSection(each, `d${i}`))} ${rest.map(chapterSection)}
        ${new Html(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `.text;
}

function impactList({ impacts }: Review): Html {
  if (impacts.length === 0) return html``;
  const items = impacts.map(({ kind, message }) =>
    kind === 'touches'
      ? html`<li>${message}</li>`
      : html`<li><span class="careful">Careful:</span> ${message}</li>`,
  );
  return html`<h2>What that does to the rest</h2>
    <ul>
      ${items}
    </ul>`;
}

function chapterSection({ title, changes }: Chapter): Html {
  return html`<section>
    <header><h2>${title}</h2></header>
    <div class="in">${changeList(changes)}</div>
  </section> `;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
