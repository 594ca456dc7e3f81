import { setTimeout as sleep } from 'node:timers/promises';

import type { Diagnostic } from '../../diagnostics/index.ts';
import { type PreviewData, type PreviewServer, Worlds } from '../../preview/index.ts';
import { compile } from '../compile.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { plural } from '../plural.ts';
import { watchSources } from '../watch-sources.ts';
import { notCompiled } from './not-compiled.ts';
import type { LoadedSources, PreviewSources } from './preview-sources.ts';

export interface Followed {
  /** Of the project; absolute. */
  readonly root: string;
  readonly system: string | undefined;
  readonly typecheck: boolean;
}

/** Where sources are shown. */
export interface Opened {
  readonly server: PreviewServer;
  readonly data: PreviewData;
}

/** Milliseconds in which the page has the machine to itself, to draw what was saved. */
const DRAWING = 500;

/**
 * Shows what is saved at once, and says a moment later what is wrong with it; until the process is told to end.
 *
 * @param open shows the sources for the first time
 */
export async function followSources(
  io: Io,
  followed: Followed,
  sources: PreviewSources,
  open: (loaded: LoadedSources) => Promise<Opened>,
): Promise<ExitCode> {
  let latest = 0;
  let opened: Opened | undefined;
  const judge = async (round: number, { server }: Opened): Promise<void> => {
    if (round !== latest) return;
    const diagnostics = await findings(io, followed);
    if (round !== latest) return;
    server.update({ diagnostics });
    io.err(`${plural(diagnostics.length, 'finding')}\n`);
  };
  const show = async (round: number, loaded: LoadedSources, { server, data }: Opened) => {
    server.update(loaded);
    await sleep(DRAWING);
    if (round !== latest || !(data instanceof Worlds)) return;
    data.update(loaded.project, () => server.update({ data: true }));
  };
  const code = await watchSources(io, followed.root, async (changed) => {
    const round = ++latest;
    if (opened === undefined) {
      opened = await open(sources.load());
      void judge(round, opened);
    } else {
      const now = opened;
      void show(round, sources.load(changed), now).then(() => judge(round, now));
    }
    return EXIT.ok.code;
  });
  latest = Infinity;
  return code;
}

/** All that `dashc check` says, but for what is only worth knowing. */
async function findings(
  io: Io,
  { root, system, typecheck }: Followed,
): Promise<readonly Diagnostic[]> {
  try {
    const options = { root, system, typecheck, cache: true };
    const { diagnostics } = await compile(io, options, () => undefined);
    return diagnostics.filter(({ severity }) => severity !== 'info');
  } catch (error) {
    return [notCompiled(error, 'systems')];
  }
}
