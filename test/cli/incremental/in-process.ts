import { Readable } from 'node:stream';

import type { Io } from '../../../lib/cli/io.ts';
import { main } from '../../../lib/cli/main.ts';

/** Runs a command line in this process. */
export async function inProcess(cwd: string, args: readonly string[]) {
  let [out, err] = ['', ''];
  const io: Io = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    flush: async () => undefined,
    input: Readable.from([]),
    cwd,
    color: { out: false, err: false },
    elapsed: () => 0,
  };
  return { code: await main(args, io), out, err };
}
