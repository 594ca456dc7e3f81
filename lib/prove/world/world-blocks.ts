import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Scenario, System } from '../../model/index.ts';
import { startPrometheus } from '../prometheus-server/index.ts';
import { type TimeFrame, type TimeWindow, WorldData } from '../synthesise/index.ts';
import { Failure, type Workplace } from '../workplace/index.ts';
import type { BlockCache, Facts } from './block-cache.ts';
import { fingerprint } from './fingerprint.ts';
import { frameOf } from './frame-of.ts';
import { recordingLevels, type RuleLevel } from './recording-levels.ts';
import { type Part, WindowWriter } from './window-writer.ts';

/** What worlds are made with. */
export interface WorldTools {
  readonly promtool: string;
  readonly prometheus: string;
  readonly workplace: Workplace;
  readonly cache: BlockCache;
  /** Changes where the same system would get other data: a version of dashc. */
  readonly generator: string;
}

/** How much there is. */
export interface WorldSize {
  /** In the last window. */
  readonly series: number;
  readonly samples: number;
}

/** Seconds after which a series that is no longer scraped is gone: there are no marks of staleness in what is backfilled. */
export const LOOKBACK = 75;

/**
 * A short text that is the same for as long as a world's data would be.
 *
 * @param generator as in WorldTools
 */
export function worldKey(
  system: System,
  scenario: Scenario | undefined,
  generator: string,
): string {
  const frame = frameOf(system);
  const world = new WorldData(system, frame, scenario);
  const keys = partsOf(system, frame, scenario, world, generator).map(({ key }) => key);
  return fingerprint(keys, recordingLevels(system));
}

/** promtool runs at once. */
const PARALLEL = 2;

/** Fills a folder with the blocks of a world: samples of each window, and what is recorded of them. */
export async function makeBlocks(
  data: string,
  system: System,
  frame: TimeFrame,
  scenario: Scenario | undefined,
  tools: WorldTools,
): Promise<WorldSize> {
  await mkdir(data, { recursive: true });
  const world = new WorldData(system, frame, scenario);
  const parts = partsOf(system, frame, scenario, world, tools.generator);
  const sizes = await samples(data, new WindowWriter(system, frame, world), parts, tools);
  const levels = recordingLevels(system);
  if (levels.length > 0) {
    const keys = parts.map(({ key }) => key);
    const early = parts.filter(({ window }) => window.start < frame.incident);
    const before = { start: frame.whole, end: frame.incident, stride: 1 };
    const during = { start: frame.incident, end: frame.end, stride: 1 };
    await recorded(
      data,
      levels,
      before,
      tools,
      fingerprint(
        early.map(({ key }) => key),
        levels,
      ),
    );
    await recorded(data, levels, during, tools, fingerprint(keys, levels));
  }
  const last = sizes.slice(frame.windows.length - 1);
  return {
    series: last.reduce((sum, { series = 0 }) => sum + series, 0),
    samples: sizes.reduce((sum, each) => sum + (each.samples ?? 0), 0),
  };
}

/**
 * A block for each window, and in the last, in which the incidents are, for each job: of the jobs that a scenario does not
 * change, the blocks of the healthy system are taken.
 */
function partsOf(
  { stack, metrics, world, name }: System,
  frame: TimeFrame,
  scenario: Scenario | undefined,
  data: WorldData,
  generator: string,
): readonly Part[] {
  const { labels, together, healthy } = world?.value ?? {};
  const { jobs, environment, prometheus } = stack;
  const scrapes = { jobs, environment, interval: prometheus.scrapeInterval };
  const base = fingerprint(
    [generator, name, scrapes, metrics, labels, together, healthy],
    frame.start,
  );
  const early = frame.windows.slice(0, -1).map((window) => ({
    window,
    key: fingerprint(base, window),
  }));
  const during = frame.windows.slice(-1).flatMap((window) =>
    data.jobs.map((job) => {
      const changes = data.isChanged(job) ? scenario?.changes : undefined;
      return { window, job, key: fingerprint(base, window, job, changes) };
    }),
  );
  return [...early, ...during];
}

async function samples(
  data: string,
  writer: WindowWriter,
  parts: readonly Part[],
  tools: WorldTools,
): Promise<readonly Facts[]> {
  const { workplace, cache } = tools;
  const pending: Promise<Facts>[] = [];
  const running = new Set<Promise<unknown>>();
  for (const part of parts) {
    const text = join(workplace.folder, `${part.key}.om`);
    while (running.size >= PARALLEL) await Promise.race(running);
    if (workplace.isClosing) throw new Failure('interrupted');
    let written: () => void = () => undefined;
    const order = new Promise<void>((resolve) => (written = resolve));
    const used = cache
      .use(part.key, data, workplace.folder, async (folder) => {
        const { series, samples: count } = writing(() => writer.write(part, text));
        written();
        await blocks(folder, text, tools);
        return { series, samples: count };
      })
      .finally(written);
    const settled = used.catch(() => undefined).then(() => void running.delete(settled));
    running.add(settled);
    pending.push(used);
    // The text of the next window goes on from the end of this one.
    await order;
  }
  return Promise.all(pending);
}

function writing<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw Failure.of(error, 'write synthesised samples');
  }
}

async function blocks(folder: string, text: string, { promtool, workplace }: WorldTools) {
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', text, folder];
  await workplace.run(promtool, args, 'make blocks of synthesised samples');
  await rm(text, { force: true });
}

/** What the rules record of the blocks that are there, level by level. */
async function recorded(
  data: string,
  levels: readonly RuleLevel[],
  window: TimeWindow,
  tools: WorldTools,
  key: string,
): Promise<void> {
  const { cache, workplace, promtool, prometheus } = tools;
  for (const [depth, level] of levels.entries()) {
    const rules = join(workplace.folder, `recorded-${depth}.yml`);
    await writeFile(rules, JSON.stringify(level));
    await cache.use(`${key}-${depth}`, data, workplace.folder, async (folder) => {
      const options = { program: prometheus, data, rules: [], lookback: LOOKBACK };
      const server = await startPrometheus(workplace, options);
      try {
        const { start, end } = window;
        const times = [`--start=${start}`, `--end=${end - 1}`, `--output-dir=${folder}`];
        const args = [
          'tsdb',
          'create-blocks-from',
          'rules',
          `--url=${server.url}`,
          ...times,
          rules,
        ];
        await workplace.run(promtool, args, 'record what rules record');
      } finally {
        await server.stop();
      }
      return {};
    });
  }
}
