import { Duration } from '../../lib/catalog/index.ts';
import type { ContentAlert, DashboardJson, PreviewContent } from '../../lib/preview/index.ts';

/** A system with these dashboards and alerts, two datasources and one scenario. */
export function sampleContent(
  dashboards: readonly DashboardJson[],
  alerts: readonly ContentAlert[] = [],
): PreviewContent {
  return {
    systems: [
      {
        name: 'shop',
        dashboards,
        scenarios: [{ name: 'stalled', description: 'Nobody sends mails.' }],
        datasources: [
          {
            uid: 'prom-1',
            name: 'Main',
            type: 'prometheus',
            isDefault: true,
            scrapeInterval: 60,
          },
          {
            uid: 'prom-2',
            name: 'Other',
            type: 'prometheus',
            isDefault: false,
            scrapeInterval: 15,
          },
          { uid: 'loki-1', name: 'Logs', type: 'loki', isDefault: false, scrapeInterval: 15 },
        ],
        alerts,
      },
    ],
  };
}

/** Fires for each queue that is longer than ten for five minutes. */
export const BACKLOG: ContentAlert = {
  name: 'Backlog',
  group: 'queues',
  severity: 'warning',
  expr: 'queue_depth > 10',
  for: Duration.of('5m'),
  interval: 60,
  description: 'More than ten.',
  panel: { uid: 'shop', id: 1 },
};
