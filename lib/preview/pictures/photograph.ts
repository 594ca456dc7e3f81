import type { Box, Browser, Page } from '../browser/index.ts';
import type { Drawn, OpenRequest } from '../protocol.ts';
import type { Shot } from './compare.ts';
import { decodePng } from './picture.ts';

/** Pixels: a dashboard on a usual screen, with nothing beside it. */
const WIDTH = 1600;
const HEIGHT = 900;

/** Milliseconds. The first panel of a system waits for its data, which take seconds where they have to be made. */
const PATIENCE = 180_000;

/** A picture of a dashboard or of one panel. */
export interface Photograph {
  readonly png: Buffer;
  /** What is on it. */
  readonly drawn: Drawn;
}

/**
 * A page of the preview that is ready to open dashboards.
 *
 * @param url of its server
 * @throws Failure
 */
export async function openPreview(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ width: WIDTH, height: HEIGHT });
  // Alone it would list all dashboards with their alerts, for which all worlds would start.
  await page.open(`${url}/?kiosk=1`);
  await page.evaluate(`new Promise((ready) => {
    const look = () => (window.dashcPreview === undefined ? setTimeout(look, 10) : ready());
    look();
  })`);
  return page;
}

/**
 * Resolves when the page was the same for a moment, and two frames were drawn. On a busy machine panels that have said
 * what they draw may still be drawing it.
 */
const AT_REST = `new Promise((done) => {
  let [before, same] = ['', 0];
  const look = () => {
    const now = document.querySelectorAll('canvas').length + document.body.innerHTML;
    same = now === before ? same + 1 : 0;
    before = now;
    if (same < 3) setTimeout(look, 40);
    else requestAnimationFrame(() => requestAnimationFrame(() => done()));
  };
  look();
})`;

/**
 * Opens a dashboard in a page of the preview, and takes its picture: of its whole height, or of the panel that was asked
 * for.
 *
 * @throws Failure
 */
export async function photograph(page: Page, request: OpenRequest): Promise<Photograph> {
  await page.resize({ width: WIDTH, height: HEIGHT });
  const drawn = await page.evaluate<Drawn>(
    `window.dashcPreview.open(${JSON.stringify(request)})`,
    PATIENCE,
  );
  // What is outside of the window may be laid out and not be painted yet.
  await page.resize({ width: WIDTH, height: Math.max(HEIGHT, drawn.height) });
  const panel = drawn.panels.find(({ id }) => id === request.panel);
  const all = { x: 0, y: 0, width: WIDTH, height: drawn.height };
  return { png: await settledPicture(page, panel === undefined ? all : whole(panel.box)), drawn };
}

/** More would be a page that never rests. */
const MOST_PICTURES = 10;

/** A picture like the one before it: what is still to be painted is painted then. */
async function settledPicture(page: Page, box: Box): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  for (let count = 1; count <= MOST_PICTURES; count++) {
    await page.evaluate(AT_REST);
    const next = await page.picture(box);
    if (next.equals(last)) break;
    last = next;
  }
  return last;
}

/** For comparing. */
export function shotOf({ png, drawn }: Photograph): Shot {
  const panels = drawn.panels.map(({ id, box }) => ({ id, box: whole(box) }));
  return { picture: decodePng(png), panels };
}

/** A column of the grid need not be a whole number of pixels wide; a picture is. */
function whole({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)];
  return {
    x: left,
    y: top,
    width: Math.round(x + width) - left,
    height: Math.round(y + height) - top,
  };
}
