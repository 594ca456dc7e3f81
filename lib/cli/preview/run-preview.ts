import type { Project } from '../../model/index.ts';
import {
  type PreviewData,
  runningPrometheus,
  startPreviewServer,
  Worlds,
} from '../../preview/index.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { worldTools } from '../world-tools.ts';
import { followSources } from './follow-sources.ts';
import { PreviewSources } from './preview-sources.ts';

export interface PreviewRequest {
  /** Of the project; absolute. */
  readonly root: string;
  /** Folder of the page; absolute. */
  readonly page: string;
  readonly system: string | undefined;
  /** Of a Prometheus that somebody runs. Absent: data is synthesised. */
  readonly prometheus: string | undefined;
  readonly port: number | undefined;
  readonly typecheck: boolean;
}

/**
 * Serves the page until the process is told to end.
 *
 * @throws UsageError, Failure
 */
export async function runPreview(io: Io, request: PreviewRequest): Promise<ExitCode> {
  const { root, page, system, port } = request;
  const closers: (() => Promise<void>)[] = [];
  try {
    const sources = new PreviewSources(root, system);
    return await followSources(io, request, sources, async ({ content, diagnostics, project }) => {
      const { data, close } = await openData(request, project);
      closers.unshift(close);
      const server = await startPreviewServer({
        ...{ page, content, diagnostics, data },
        ...(port === undefined ? {} : { port }),
      });
      closers.unshift(() => server.close());
      io.out(`${server.url}\n`);
      return { server, data };
    });
  } finally {
    for (const close of closers) await close();
  }
}

interface OpenedData {
  readonly data: PreviewData;
  readonly close: () => Promise<void>;
}

async function openData(
  { root, prometheus }: PreviewRequest,
  project: Project,
): Promise<OpenedData> {
  if (prometheus !== undefined) {
    return { data: runningPrometheus(prometheus), close: () => Promise.resolve() };
  }
  const tools = await worldTools(root);
  const close = async () => {
    await tools.workplace.close();
    tools.cache.evict(new Date());
  };
  return { data: new Worlds(project, tools), close };
}
