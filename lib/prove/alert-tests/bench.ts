import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { AlertTest, TestGroup } from '../../emit/index.ts';
import { runTool } from '../run-tool.ts';
import { Failure } from '../workplace/index.ts';
import {
  type AlertFailure,
  type ExprFailure,
  type FileResult,
  readPromtool,
  type Sample,
} from './promtool-output.ts';

/** A rule file with only the rules that some tests need. */
export interface Slice {
  readonly text: string;
  readonly groups: readonly string[];
}

/** One test group over one slice, with questions that promtool answers beside. */
export interface World {
  readonly slice: Slice;
  readonly interval: AlertTest['interval'];
  readonly group: TestGroup;
  readonly probes: readonly Probe[];
}

/** An expression whose result is wanted. */
export interface Probe {
  readonly expr: string;
  /** From the start of the samples. */
  readonly at: string;
}

/** What promtool found in a world. */
export interface Outcome {
  /** Failed tests of alerts; none where all passed. */
  readonly alerts: readonly AlertFailure[];
  /** Failed tests of expressions, those of the group. */
  readonly values: readonly ExprFailure[];
  /** Results of the probes, in their order. */
  readonly probes: readonly (readonly Sample[])[];
  /** Why it could not be run. */
  readonly error?: string;
}

export interface BenchOptions {
  /** Absolute path of the program. */
  readonly promtool: string;
  /** An existing folder that nobody else uses; what is written is removed. */
  readonly folder: string;
  /** How many programs run at once. */
  readonly jobs: number;
}

/** Runs test groups with promtool, as many files a call as wanted. */
export class Bench {
  readonly #options: BenchOptions;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #calls = 0;

  constructor(options: BenchOptions) {
    this.#options = options;
  }

  get jobs(): number {
    return this.#options.jobs;
  }

  /**
   * Runs worlds in one call of promtool; outcomes in the same order.
   *
   * @throws Failure where promtool does not end, or nothing can be written
   */
  async run(worlds: readonly World[]): Promise<readonly Outcome[]> {
    if (worlds.length === 0) return [];
    await this.#turn();
    const folder = join(this.#options.folder, `call-${this.#calls++}`);
    try {
      await writeWorlds(worlds, folder);
      const files = worlds.map((_, index) => `${index}.test.json`);
      const { stdout, stderr } = await runTool(
        this.#options.promtool,
        ['test', 'rules', ...files],
        // Each test opens and drops a database: collecting garbage less often halves its time.
        { cwd: folder, env: { GOGC: '400', TMPDIR: folder } },
      );
      const results = readPromtool(stdout, stderr, worlds.length);
      if (results === undefined) throw Failure.said(stderr || stdout, 'run promtool to its end');
      return worlds.map((world, index) => outcomeOf(world, results[index] ?? NOTHING));
    } catch (error) {
      throw Failure.of(error, 'run the tests');
    } finally {
      await rm(folder, { recursive: true, force: true });
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** Runs worlds in calls of at most `size`, several at once. */
  async runAll(
    worlds: readonly World[],
    size: number,
    onDone: (finished: number) => void = () => undefined,
  ): Promise<readonly Outcome[]> {
    const calls = Array.from({ length: Math.ceil(worlds.length / size) }, (_, index) =>
      worlds.slice(index * size, (index + 1) * size),
    );
    const outcomes = await Promise.all(
      calls.map(async (call) => {
        const done = await this.run(call);
        onDone(call.length);
        return done;
      }),
    );
    return outcomes.flat();
  }

  async #turn(): Promise<void> {
    while (this.#running >= this.#options.jobs) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
  }
}

const NOTHING: FileResult = { alerts: [], exprs: [], other: [] };

function outcomeOf({ probes }: World, { alerts, exprs, other }: FileResult): Outcome {
  const isProbe = ({ expr }: ExprFailure) => / # probe \d+$/.test(expr);
  const refused = exprs.find((each) => each.error !== undefined && isProbe(each));
  const lines = refused === undefined ? other : [...other, `${refused.expr}: ${refused.error}`];
  return {
    alerts,
    values: exprs.filter((each) => !isProbe(each)),
    probes: probes.map(
      (_, probe) => exprs.find(({ expr }) => expr.endsWith(mark(probe)))?.got ?? [],
    ),
    ...(lines.length === 0 ? {} : { error: lines.join('\n').trim() }),
  };
}

function mark(probe: number): string {
  return ` # probe ${probe}`;
}

async function writeWorlds(worlds: readonly World[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const slices = [...new Set(worlds.map(({ slice }) => slice))];
  const nameOf = (slice: Slice) => `${slices.indexOf(slice)}.rules.json`;
  await Promise.all([
    ...slices.map((slice) => writeFile(join(folder, nameOf(slice)), slice.text)),
    ...worlds.map((world, index) =>
      writeFile(
        join(folder, `${index}.test.json`),
        JSON.stringify(testFile(world, nameOf(world.slice))),
      ),
    ),
  ]);
}

function testFile({ slice, interval, group, probes }: World, rules: string): object {
  return {
    rule_files: [rules],
    evaluation_interval: String(interval),
    group_eval_order: slice.groups,
    tests: [
      {
        ...group,
        promql_expr_test: [
          ...(group.promql_expr_test ?? []),
          ...probes.map(({ expr, at }, index) => ({
            // A comment tells two questions of the same text apart.
            expr: `${expr}${mark(index)}`,
            eval_time: at,
            exp_samples: [],
          })),
        ],
      },
    ],
  };
}
