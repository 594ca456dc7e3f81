import type { Project } from '../../model/index.ts';
import {
  launchBrowser,
  openPreview,
  type Page,
  type PreviewContent,
  startPreviewServer,
  Worlds,
} from '../../preview/index.ts';
import { endOnSignals } from '../end-on-signals.ts';
import { pageFolder } from '../preview/index.ts';
import { requireTool } from '../tool-places.ts';
import { UsageError } from '../usage-error.ts';
import { worldTools } from '../world-tools.ts';

/** Where pictures are taken. */
export interface Studio {
  /**
   * A page of the preview of some dashboards, with the data of the project as it is now. One at a time: Chromium does not
   * always paint a page while it paints another one, and two are not faster.
   */
  pageOf(content: PreviewContent): Promise<Page>;
}

/**
 * Has pictures taken, with the preview, synthesised data and Chromium; all of them are ended afterwards, also where
 * somebody interrupts.
 *
 * @param root of the project
 * @throws UsageError where a program or the page is missing, Failure where one of them fails
 */
export async function withStudio<T>(
  root: string,
  project: Project,
  work: (studio: Studio) => Promise<T>,
): Promise<T> {
  const page = pageFolder();
  if (typeof page !== 'string') throw new UsageError(`${page.message}; ${page.hint}`);
  const chromium = await requireTool('chromium', root);
  const tools = await worldTools(root);
  const { workplace, cache } = tools;
  const stop = endOnSignals(() => workplace.close());
  const data = new Worlds(project, tools);
  const servers: { close(): Promise<void> }[] = [];
  try {
    const browser = await launchBrowser(chromium, workplace);
    const done = await work({
      pageOf: async (content) => {
        const server = await startPreviewServer({ page, content, data });
        servers.push(server);
        return openPreview(browser, server.url);
      },
    });
    cache.evict(new Date());
    return done;
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await data.close();
    await workplace.close();
    stop();
  }
}
