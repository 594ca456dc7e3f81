import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

import type { Text } from './scalars.ts';

/** In the dashboard's head: to the dashboards that carry its tags, or to a URL. */
export interface DashboardLink extends Partial<Omit<dashboard.DashboardLink, 'title' | 'type'>> {
  title: Text;
  type: dashboard.DashboardLinkType;
}

/** In a panel's corner. */
export interface PanelLink extends Partial<Omit<dashboard.DashboardLink, 'title' | 'url'>> {
  title: Text;
  url: Text;
}

/** On a value of a panel. */
export interface DataLink {
  title: Text;
  url: Text;
  targetBlank?: boolean;
  oneClick?: boolean;
}
