import { getThemeById, ThemeContext } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';

import { useAddress } from '../address/index.ts';
import { useLiveState } from '../api/index.ts';
import { useOpening } from '../control/index.ts';
import { AlertsPage } from './alerts/index.ts';
import { Connection } from './connection.tsx';
import { DashboardPage } from './dashboard/index.ts';
import { Diagnostics } from './diagnostics.tsx';
import { DashboardList } from './list/index.ts';

interface AppProps {
  /** Called once, when the styles are on the page; the rest is drawn when it is done. */
  readonly whenStyled: () => Promise<void>;
}

export function App({ whenStyled }: AppProps) {
  const { theme, kiosk } = useAddress();
  const grafanaTheme = useMemo(() => getThemeById(theme), [theme]);
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    void whenStyled().then(() => setIsReady(true));
  }, [whenStyled]);
  useLayoutEffect(() => {
    document.body.className = `theme-${theme}${kiosk ? ' still' : ''}`;
    document.body.style.background = grafanaTheme.colors.background.canvas;
  }, [theme, grafanaTheme, kiosk]);
  return (
    <ThemeContext.Provider value={grafanaTheme}>
      <GlobalStyles />
      {isReady && <Page />}
      {isReady && !kiosk && <Diagnostics />}
      {isReady && !kiosk && <Connection />}
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

function Page() {
  const { page } = useAddress();
  const { state } = useLiveState();
  const { count } = useOpening();
  if (state === undefined) return null;
  switch (page.kind) {
    case 'list':
      return <DashboardList state={state} />;
    case 'dashboard':
      return <DashboardPage key={`${page.uid} ${count}`} uid={page.uid} state={state} />;
    case 'alerts':
      return <AlertsPage key={page.system} system={page.system} state={state} />;
  }
}
