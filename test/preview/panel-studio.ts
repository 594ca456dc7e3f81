import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchBrowser, logOf } from '../../lib/preview/browser/index.ts';
import {
  type DashboardJson,
  openPreview,
  type Page,
  type PageLog,
  startPreviewServer,
} from '../../lib/preview/index.ts';
import { Workplace } from '../../lib/prove/index.ts';
import { toolPath } from '../tool-path.ts';
import { sampleContent } from './sample-content.ts';
import { samplePrometheus, type SampleSeries } from './sample-prometheus.ts';

/** The page in a real Chromium. */
export interface PanelStudio {
  readonly page: Page;
  readonly log: PageLog;
  close(): Promise<void>;
}

/** @param dashboards of the datasources of `sampleContent` */
export async function panelStudio(dashboards: readonly DashboardJson[]): Promise<PanelStudio> {
  const parent = mkdtempSync(join(tmpdir(), 'dashc-parent-'));
  const workplace = new Workplace(parent);
  const data = await samplePrometheus(workplace, SAMPLES);
  const content = sampleContent(dashboards);
  const server = await startPreviewServer({
    page: join(__dirname, '../../preview/dist'),
    content,
    data,
  });
  const browser = await launchBrowser(await toolPath('chromium'), workplace);
  const page = await openPreview(browser, `${server.url}/?kiosk=1`);
  return {
    page,
    log: logOf(page),
    close: async () => {
      await server.close();
      await workplace.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** A dashboard of `fixtures/`. */
export function fixture(name: 'one-value' | 'over-time'): DashboardJson {
  return JSON.parse(
    readFileSync(join(__dirname, `fixtures/${name}.json`), 'utf8'),
  ) as DashboardJson;
}

/** Requests that grow slower in the middle of the range, and two queues. */
const SAMPLES: readonly SampleSeries[] = [
  bucket('0.05', (minute) => slowness(minute) * 40),
  bucket('0.25', (minute) => slowness(minute) * 90),
  bucket('1', (minute) => slowness(minute) * 30 + 70),
  bucket('+Inf', () => 100),
  { series: 'queue_depth{queue="mail"}', minutes: [420, 0], value: (minute) => 10 + (minute % 7) },
  { series: 'queue_depth{queue="parse"}', minutes: [420, 0], value: (minute) => minute % 5 },
];

/** A counter whose increase in a minute is what `perMinute` says. */
function bucket(le: string, perMinute: (minute: number) => number): SampleSeries {
  const at = (minute: number): number =>
    minute >= 420 ? 0 : at(minute + 1) + Math.round(perMinute(minute));
  return { series: `request_seconds_bucket{le="${le}"}`, minutes: [420, 0], value: at };
}

/** 1 far from the middle of the range, nearly 0 in it. */
function slowness(minute: number): number {
  return Math.min(Math.abs(minute - 180) / 60, 1);
}
