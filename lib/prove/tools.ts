import { join } from 'node:path';

import { unpackDebianPackages } from './debian-packages.ts';
import { firstExecutable } from './first-executable.ts';

export type ToolName = 'promtool' | 'amtool' | 'prometheus' | 'alertmanager' | 'chromium';

/** Where to look. Comes from outside, because nothing below the command line reads the environment. */
export interface ToolPlaces {
  /** The folders of `PATH`, in order. */
  readonly searchPath: readonly string[];
  /** `.tools` of the project: what was unpacked there is used, and missing packages are unpacked there. */
  readonly toolsDir: string;
  /** `process.platform`; decides what the hint says. */
  readonly platform: NodeJS.Platform;
}

export interface Tool {
  readonly name: ToolName;
  /** Absolute path of the executable. */
  readonly path: string;
}

export interface MissingTool {
  readonly name: ToolName;
  readonly path?: never;
  /** Like a diagnostic's: subject, fact, reason. */
  readonly message: string;
  /** The command that installs it, or the page that has it. */
  readonly hint: string;
}

export const TOOL_NAMES = [
  'promtool',
  'amtool',
  'prometheus',
  'alertmanager',
  'chromium',
] as const satisfies readonly ToolName[];

/**
 * Finds a program: on `PATH`, else in `.tools/`, else (but for Chromium) by downloading Debian's packages
 * into `.tools/`, which needs apt-get but no root. Only that last step uses the network, and only once.
 *
 * @example
 * const promtool = await findTool('promtool', places);
 * if (promtool.path === undefined) report(promtool.message, promtool.hint);
 * else await runTool(promtool.path, ['--version']);
 */
export async function findTool(name: ToolName, places: ToolPlaces): Promise<Tool | MissingTool> {
  const { packages, executables } = TOOLS[name];
  const installed = await firstExecutable(places.searchPath, executables);
  if (installed !== undefined) return { name, path: installed };
  if (packages.from === 'path') return missing(name, places.platform, 'it is not on PATH');

  const unpackedBin = join(places.toolsDir, 'debian', 'usr', 'bin');
  const unpackedBefore = await firstExecutable([unpackedBin], executables);
  if (unpackedBefore !== undefined) return { name, path: unpackedBefore };

  const aptGet = await firstExecutable(places.searchPath, ['apt-get']);
  if (aptGet === undefined) return missing(name, places.platform, 'it is not on PATH');
  const failure = await unpackDebianPackages(aptGet, join(places.toolsDir, 'debian'));
  const unpacked = await firstExecutable([unpackedBin], executables);
  if (unpacked !== undefined) return { name, path: unpacked };
  return missing(name, places.platform, failure ?? "Debian's packages do not hold it");
}

interface ToolFacts {
  /** File names, the likeliest first. */
  readonly executables: readonly string[];
  readonly packages: {
    /** `path`: has to be installed; `debian`: can be unpacked into `.tools/`. */
    readonly from: 'path' | 'debian';
    readonly debian: string;
    readonly brew: string;
    readonly page: string;
  };
}

const PROMETHEUS = {
  from: 'debian',
  debian: 'prometheus',
  brew: 'prometheus',
  page: 'https://prometheus.io/download/#prometheus',
} as const;

const ALERTMANAGER = {
  from: 'debian',
  debian: 'prometheus-alertmanager',
  brew: 'alertmanager',
  page: 'https://prometheus.io/download/#alertmanager',
} as const;

const CHROMIUM = {
  from: 'path',
  debian: 'chromium',
  brew: '--cask chromium',
  page: 'https://www.chromium.org/getting-involved/download-chromium/',
} as const;

const TOOLS = {
  promtool: { executables: ['promtool'], packages: PROMETHEUS },
  prometheus: { executables: ['prometheus'], packages: PROMETHEUS },
  amtool: { executables: ['amtool'], packages: ALERTMANAGER },
  // Debian calls the server after its package.
  alertmanager: {
    executables: ['alertmanager', 'prometheus-alertmanager'],
    packages: ALERTMANAGER,
  },
  chromium: {
    executables: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: CHROMIUM,
  },
} as const satisfies Record<ToolName, ToolFacts>;

function missing(name: ToolName, platform: NodeJS.Platform, reason: string): MissingTool {
  const { debian, brew, page } = TOOLS[name].packages;
  const hint =
    platform === 'darwin'
      ? `brew install ${brew}`
      : platform === 'linux'
        ? `apt-get install ${debian}, or put it on PATH from ${page}`
        : `put it on PATH from ${page}`;
  return { name, message: `\`${name}\` is missing: ${reason}`, hint };
}
