import type { Drawn, OpenRequest, PageControl } from '../../../lib/preview/protocol.ts';
import { replaceAddress } from '../address/index.ts';
import { drawnPanels, reportPhase, settled } from './board.ts';
import { setOpening } from './opening.ts';

declare global {
  interface Window {
    dashcPreview?: PageControl;
  }
}

/** Lets programs open dashboards and wait for them: the same request gives the same pixels. */
export function provideControl(): void {
  window.dashcPreview = { open };
}

async function open(request: OpenRequest): Promise<Drawn> {
  const { uid, scenario, from, to, chosen = {}, theme, panel, kiosk, expandRows } = request;
  const count = setOpening({ expandRows, all: true });
  reportPhase(count, 'loading');
  replaceAddress({
    page: { kind: 'dashboard', uid },
    theme,
    scenario,
    from,
    to,
    chosen,
    kiosk,
    viewPanel: panel,
    // Nothing moves while a picture is taken.
    refresh: '',
  });
  await settled(count);
  await document.fonts.ready;
  // The plots draw in the first frame, what they measured of themselves is drawn in the second.
  await frames(3);
  await settled(count);
  window.scrollTo(0, 0);
  const { scrollWidth: width, scrollHeight: height } = document.documentElement;
  return { width, height, panels: drawnPanels() };
}

async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left--) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
