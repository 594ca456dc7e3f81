import { once } from 'node:events';
import { connect } from 'node:net';

import { freePort } from '../../../lib/prove/index.ts';
import { GO } from '../../../systems/shared/go.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import { REDIS } from '../../../systems/shared/redis.ts';
import { findProgram, versionOf } from '../programs.ts';
import type { Target } from '../target.ts';
import { eventually, scraped } from '../workbench.ts';

/** Something of everything: a hit, a miss, a key that expires. */
const TRAFFIC = ['SET a 1', 'SETEX b 1000 1', 'GET a', 'GET none', 'QUIT'];

export const redis: Target = {
  name: 'redis_exporter',
  catalogs: { REDIS, PROCESS, GO },
  async scrape(workbench) {
    const serverProgram = await findProgram(['redis-server'], 'redis-server');
    const program = await findProgram(
      ['prometheus-redis-exporter', 'redis_exporter'],
      'prometheus-redis-exporter',
    );
    const serverPort = await freePort();
    const options = {
      bind: '127.0.0.1',
      port: serverPort,
      dir: workbench.folder(),
      maxmemory: '256mb',
    };
    const server = workbench.start(serverProgram, [
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
      '--save',
      '',
    ]);
    await eventually(server, () => send(serverPort, TRAFFIC));

    const port = await freePort();
    const exporter = workbench.start(program, [
      `-redis.addr=redis://127.0.0.1:${serverPort}`,
      `-web.listen-address=127.0.0.1:${port}`,
    ]);
    // What the exporter itself asks is counted too, but only from its second visit on.
    await scraped(exporter, port);
    return {
      version: await versionOf(program),
      of: `Redis ${await versionOf(serverProgram)}`,
      text: await scraped(exporter, port),
      port,
      work: () => send(serverPort, TRAFFIC),
    };
  },
};

async function send(port: number, commands: readonly string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.resume().write(commands.map((command) => `${command}\r\n`).join(''));
  await once(socket, 'close');
}
