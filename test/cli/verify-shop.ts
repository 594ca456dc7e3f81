import { dirname } from 'node:path';

import { type Files, SHOP } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';

/** The shop with a world and one scenario. */
export const WORLD: Files = {
  ...SHOP,
  'systems/shop/scenarios.ts': `import { change, defineWorld, scenario } from 'dashc';

import { m } from './metrics.ts';

const stalled = scenario({
  name: 'stalled',
  description: 'Nobody sends mails any more.',
  changes: [change(m.queue_depth).set(40)],
  fires: [{ alert: 'ShopBacklog', within: '6m', labels: { queue: 'mail' } }],
});

export default defineWorld({
  labels: { route: ['/a', '/b'] },
  healthy: [change(m.queue_depth).set(3)],
  scenarios: [stalled],
});
`,
};

/** The shop with a text of one file replaced. */
export function changed(file: string, from: string, to: string): Files {
  const text = WORLD[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...WORLD, [file]: text.replace(from, to) };
}

/** An environment in which the tools are found. */
export async function toolsOnPath(): Promise<Readonly<Record<string, string>>> {
  const folder = dirname(await toolPath('prometheus'));
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
}
