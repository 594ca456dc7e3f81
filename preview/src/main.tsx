import './boot/public-path.ts';
import './page.css';

import { createRoot } from 'react-dom/client';

import { followState } from './api/index.ts';
import { loadFonts } from './boot/fonts.ts';
import { provideGrafana } from './boot/grafana.ts';
import { provideIcons } from './boot/icons.ts';
import { provideControl } from './control/index.ts';
import { App } from './shell/index.ts';

provideIcons();
await provideGrafana();
const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no #page');
createRoot(page).render(<App whenStyled={start} />);

/** The fonts are known to the page with its first styles; nothing that measures text is drawn before they are there. */
async function start(): Promise<void> {
  await loadFonts();
  provideControl();
  void followState().catch(() => undefined);
}
