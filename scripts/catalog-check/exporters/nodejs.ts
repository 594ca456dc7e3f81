import { join } from 'node:path';

import { version } from 'prom-client/package.json';

import { freePort } from '../../../lib/prove/index.ts';
import { NODEJS } from '../../../systems/shared/nodejs.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import type { Target } from '../target.ts';
import { scraped } from '../workbench.ts';

export const nodejs: Target = {
  name: 'prom-client',
  catalogs: { PROCESS, NODEJS },
  async scrape(workbench) {
    const port = await freePort();
    const program = { name: 'node', path: process.execPath, env: {} };
    const server = join(__dirname, 'prom-client-server.cjs');
    const started = workbench.start(program, ['--expose-gc', server, String(port)]);
    return {
      version,
      of: `Node ${process.versions.node}`,
      text: await scraped(started, port),
      port,
    };
  },
};
