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

/** Milliseconds in which the page has the machine to itself, to draw what was saved. */
const DRAWING = 500;

/** Shows what is saved at once, and says a moment later what is wrong with it; until the process is told to end. */
export async function followSources(
  io: Io,
  followed: Followed,
  sources: PreviewSources,
  server: PreviewServer,
  data: PreviewData,
): Promise<ExitCode> {
  let latest = 0;
  const judge = async (round: number, loaded: LoadedSources | undefined): Promise<void> => {
    if (loaded !== undefined) await sleep(DRAWING);
    if (round !== latest) return;
    if (loaded !== undefined && data instanceof Worlds) {
      data.update(loaded.project, () => server.update({ data: true }));
    }
    const diagnostics = await findings(io, followed);
    if (round !== latest) return;
    server.update({ diagnostics });
    io.err(`${plural(diagnostics.length, 'finding')}\n`);
  };
  const code = await watchSources(io, followed.root, (changed) => {
    latest++;
    const loaded = changed.size === 0 ? undefined : sources.load(changed);
    if (loaded !== undefined) server.update(loaded);
    void judge(latest, loaded);
    return Promise.resolve(EXIT.ok.code);
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
