import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure, type Workplace } from '../../prove/index.ts';
import { chromiumFlags } from './chromium-flags.ts';
import { DevtoolsConnection } from './devtools-connection.ts';
import { Page, type WindowSize } from './page.ts';

/** A Chromium that nobody sees. */
export interface Browser {
  /** `Chrome/156.0.8078.79`. */
  readonly version: string;
  /**
   * An empty page with cookies and storage of its own.
   *
   * @param size of its window, in pixels
   */
  newPage(size: WindowSize): Promise<Page>;
  /** Ends it. Never rejects. */
  close(): Promise<void>;
}

/**
 * Starts Chromium, which draws the same pixels for the same page and reaches nothing but 127.0.0.1. Its profile is in the
 * workplace, which ends it and removes that, whatever happens to dashc.
 *
 * @param chromium path of the program
 * @throws Failure with what it said, where it does not start
 */
export async function launchBrowser(chromium: string, workplace: Workplace): Promise<Browser> {
  const profile = await mkdtemp(join(workplace.folder, 'chromium-'));
  const flags = chromiumFlags(profile, process.getuid?.() === 0);
  const running = workplace.start('/usr/bin/env', [...temporary(workplace), chromium, ...flags], {
    pipes: true,
  });
  const [to, from] = running.pipes ?? [];
  if (to === undefined || from === undefined) throw new Failure('Chromium has no pipes');
  const connection = new DevtoolsConnection(to, from);
  void running.exit.then((code) => {
    const said = running.output().trim().split('\n').at(-1) ?? '';
    connection.end(
      workplace.isClosing
        ? new Failure('interrupted')
        : new Failure(`Chromium ended with ${code ?? 'a signal'}${said === '' ? '' : `: ${said}`}`),
    );
  });
  const { product } = await connection.send('Browser.getVersion', undefined).catch((error) => {
    running.kill();
    throw Failure.of(error, 'start Chromium');
  });
  return {
    version: product,
    newPage: (size) => Page.open(connection, size),
    close: async () => {
      running.kill();
      await running.exit;
    },
  };
}

/**
 * Chromium makes a folder for a socket, and leaves it behind where it is killed: then it has to be in the workplace.
 * Not where that is so deep that the path of the socket, 45 characters longer, is none any more: they have 104 at most.
 */
function temporary({ folder }: Workplace): string[] {
  return folder.length < 58 ? [`TMPDIR=${folder}`] : [];
}
