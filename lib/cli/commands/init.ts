import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** Writes what a project begins with; nothing that is there is replaced. */
export default {
  name: 'init',
  define(command, io) {
    command
      .description('begin a project here: a system, a dashboard, an alert with its tests')
      .argument('[system]', 'lower case letters, digits and hyphens', 'app');
    return () => init(io, command.args[0] ?? 'app');
  },
} satisfies Command;

async function init(io: Io, name: string): Promise<ExitCode> {
  const { addScripts, projectFiles, SCRIPTS } = await import('../init/index.ts');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > LONGEST || name === 'shared')
    throw new UsageError(
      `\`${name}\` is no name of a system: lower case letters, digits and single hyphens, at most ${LONGEST}`,
    );
  const manifest = path.join(io.cwd, 'package.json');
  if (!existsSync(manifest))
    throw new UsageError('there is no package.json here: npm init -y && npm install dashc');
  const taken = ['systems', 'dashboards', 'alerts'].find((each) =>
    existsSync(path.join(io.cwd, each)),
  );
  if (taken !== undefined) throw new UsageError(`there is a project here already: \`${taken}\``);
  const text = addScripts(readFileSync(manifest, 'utf8'), SCRIPTS);
  if (text === undefined) throw new UsageError('package.json is not JSON');

  for (const [file, content] of projectFiles(name)) {
    const at = path.join(io.cwd, file);
    if (existsSync(at)) {
      io.out(`kept ${file}\n`);
      continue;
    }
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, content, { flag: 'wx' });
    io.out(`wrote ${file}\n`);
  }
  writeFileSync(manifest, text);
  io.out('changed package.json: scripts build, check and test\n');
  io.err('next: npm run build && npm test\n');
  return EXIT.ok.code;
}

/** uids have at most 40 characters, and the longest is `<name>-prometheus`. */
const LONGEST = 40 - '-prometheus'.length;
