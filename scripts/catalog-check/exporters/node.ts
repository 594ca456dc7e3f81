import { freePort } from '../../../lib/prove/index.ts';
import { GO, GO_METRICS_HANDLER } from '../../../systems/shared/go.ts';
import { NODE, NODE_DEVICES, NODE_PRESSURE } from '../../../systems/shared/node.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import { findProgram, versionOf } from '../programs.ts';
import type { Target } from '../target.ts';
import { scraped } from '../workbench.ts';

export const node: Target = {
  name: 'node_exporter',
  catalogs: { NODE, NODE_DEVICES, NODE_PRESSURE, PROCESS, GO, GO_METRICS_HANDLER },
  async scrape(workbench) {
    const program = await findProgram(
      ['prometheus-node-exporter', 'node_exporter'],
      'prometheus-node-exporter',
    );
    const port = await freePort();
    const exporter = workbench.start(program, [`--web.listen-address=127.0.0.1:${port}`]);
    return { version: await versionOf(program), text: await scraped(exporter, port), port };
  },
};
