import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { freePort } from '../../../lib/prove/index.ts';
import { GO, GO_METRICS_HANDLER } from '../../../systems/shared/go.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import { PROMETHEUS } from '../../../systems/shared/prometheus.ts';
import { findPrometheus, versionOf } from '../programs.ts';
import type { Target } from '../target.ts';
import { answers } from '../workbench.ts';

/** A rule, because failures are counted by group. */
const RULES = 'groups: [{ name: any, rules: [{ record: one, expr: vector(1) }] }]\n';
const CONFIGURATION = 'rule_files: [rules.yml]\n';

export const prometheus: Target = {
  name: 'prometheus',
  catalogs: { PROMETHEUS, PROCESS, GO, GO_METRICS_HANDLER },
  async scrape(workbench) {
    const program = await findPrometheus();
    const folder = workbench.folder();
    await writeFile(join(folder, 'rules.yml'), RULES);
    await writeFile(join(folder, 'prometheus.yml'), CONFIGURATION);
    const port = await freePort();
    const started = workbench.start(program, [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ]);
    await answers(started, port, '/-/ready');
    const text = await answers(started, port, '/metrics');
    return { version: await versionOf(program), text, port };
  },
};
