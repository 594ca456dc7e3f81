import { chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { freePort, runTool } from '../../../lib/prove/index.ts';
import { GO, GO_METRICS_HANDLER } from '../../../systems/shared/go.ts';
import { POSTGRES_STATEMENTS } from '../../../systems/shared/postgres-statements.ts';
import { POSTGRES_TABLES } from '../../../systems/shared/postgres-tables.ts';
import { POSTGRES } from '../../../systems/shared/postgres.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import { findProgram, versionOf } from '../programs.ts';
import type { Target } from '../target.ts';
import { compareVersions } from '../version.ts';
import { eventually, scraped, type Workbench } from '../workbench.ts';

export const postgres: Target = {
  name: 'postgres_exporter',
  catalogs: {
    POSTGRES,
    POSTGRES_TABLES,
    POSTGRES_STATEMENTS,
    PROCESS,
    GO,
    GO_METRICS_HANDLER,
  },
  async scrape(workbench) {
    const program = await findProgram(
      ['prometheus-postgres-exporter', 'postgres_exporter'],
      'prometheus-postgres-exporter',
    );
    const version = await versionOf(program);
    const { serverPort, serverVersion, work } = await startServer(workbench);
    const port = await freePort();
    const exporter = workbench.start(
      program,
      [`--web.listen-address=127.0.0.1:${port}`, ...collectors(version)],
      {
        env: {
          DATA_SOURCE_NAME: `postgresql://postgres@127.0.0.1:${serverPort}/postgres?sslmode=disable`,
        },
      },
    );
    return {
      version,
      of: `PostgreSQL ${serverVersion}`,
      text: await scraped(exporter, port),
      port,
      work,
    };
  },
};

/** Those that are off by default, as far as this version has them. */
function collectors(version: string): string[] {
  const off = [
    ['0.13', '--collector.stat_statements'],
    ['0.18', '--collector.stat_statements.include_query'],
  ] as const;
  return off.filter(([since]) => compareVersions(version, since) >= 0).map(([, flag]) => flag);
}

/** A server of its own with a table and an index, whose data lasts as long as the workbench. */
async function startServer(workbench: Workbench): Promise<{
  readonly serverPort: number;
  readonly serverVersion: string;
  readonly work: () => Promise<void>;
}> {
  const initdb = await findProgram(['initdb'], 'postgresql');
  const program = await findProgram(['postgres'], 'postgresql');
  const psql = await findProgram(['psql'], 'postgresql-client');
  const folder = workbench.folder();
  const user = serverUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const as = user === undefined ? {} : { user };

  const data = join(folder, 'data');
  const trusted = ['--auth=trust', '--username=postgres', '--locale=C', '--encoding=UTF8'];
  const init = workbench.start(initdb, ['--pgdata', data, '--no-sync', ...trusted], as);
  if ((await init.exitCode) !== 0) throw new Error(`initdb ${init.ended()}`);

  const serverPort = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_preload_libraries: 'pg_stat_statements',
    fsync: 'off',
  };
  const server = workbench.start(
    program,
    [
      ...['-D', data, '-p', String(serverPort)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // SIGTERM waits for clients to leave.
    { ...as, stopSignal: 'SIGINT' },
  );
  const work = async () => {
    const url = `postgresql://postgres@127.0.0.1:${serverPort}/postgres`;
    const run = await runTool(psql.path, ['--quiet', '--no-psqlrc', '--dbname', url], {
      input: TRAFFIC,
    });
    if (run.exitCode !== 0) throw new Error(run.stderr);
  };
  await eventually(server, work);
  return { serverPort, serverVersion: await versionOf(program), work };
}

const TRAFFIC = `
  CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
  CREATE TABLE IF NOT EXISTS flies (id int PRIMARY KEY, name text);
  INSERT INTO flies SELECT i, 'fly ' || i FROM generate_series(1, 1000) AS i ON CONFLICT DO NOTHING;
  SELECT count(*) FROM flies;
`;

/** The server refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres:', 'nobody:'].flatMap((name) =>
    lines.filter((each) => each.startsWith(name)),
  )[0];
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error('there is no user `nobody`');
  return { uid: Number(uid), gid: Number(gid) };
}
