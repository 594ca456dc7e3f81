import { Exceptions, run as analyze } from '../analyze/index.ts';
import { type DurationText, parseDuration } from '../catalog/index.ts';
import { countSeverities } from '../diagnostics/index.ts';
import { loadForeign } from '../load/index.ts';
import { expressionsOf } from '../model/index.ts';
import type { Compiled } from './compile.ts';
import type { Io } from './io.ts';
import { today } from './today.ts';
import { UsageError } from './usage-error.ts';

/** What the command line says about files that have no typed sources. */
export interface ForeignInput {
  readonly rules?: readonly string[];
  readonly dashboards?: readonly string[];
  /** Files and addresses. */
  readonly metrics?: readonly string[];
  readonly prometheusVersion: string;
  readonly scrapeInterval: string;
}

/** Whether there is any such file to look at. */
export function isForeign({ rules, dashboards }: ForeignInput): boolean {
  return rules !== undefined || dashboards !== undefined;
}

/**
 * Checks files of Grafana and Prometheus as they are.
 *
 * @throws UsageError where nothing is found by a name, or an address does not answer
 */
export async function checkForeign(
  io: Pick<Io, 'cwd' | 'elapsed'>,
  input: ForeignInput,
): Promise<Compiled> {
  const { rules = [], dashboards = [], metrics = [] } = input;
  const version = versionOf(input.prometheusVersion);
  const scrapeInterval = intervalOf(input.scrapeInterval);
  const loaded = loadForeign({
    cwd: io.cwd,
    rules,
    dashboards,
    metrics: metrics.filter((name) => !isAddress(name)),
    fetched: await Promise.all(metrics.filter(isAddress).map(fetched)),
    version,
    scrapeInterval,
  });
  const [missing] = loaded.missing;
  if (missing !== undefined) throw new UsageError(`there is no file \`${missing}\``);
  const project = loaded.value;
  const exceptions = new Exceptions(project, today());
  const kept = exceptions.keep([...loaded.diagnostics, ...analyze(project)]);
  const diagnostics = [...kept, ...exceptions.problems()];
  const summary = {
    files: loaded.files,
    expressions: project.systems.reduce((sum, each) => sum + expressionsOf(each).length, 0),
    ...countSeverities(diagnostics),
    milliseconds: Math.round(io.elapsed()),
  };
  return { project, diagnostics, summary };
}

function isAddress(name: string): boolean {
  return /^https?:\/\//.test(name);
}

/** @throws UsageError */
async function fetched(url: string): Promise<{ readonly file: string; readonly text: string }> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) return { file: url, text: await answer.text() };
    throw new Error(`status ${answer.status}`);
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new UsageError(`\`${url}\` does not answer: ${reason}`);
  }
}

/** Milliseconds. */
const PATIENCE = 10_000;

function versionOf(text: string): readonly [number, number] {
  const [, major, minor] = /^v?(\d+)\.(\d+)(?:\.\d+)?$/.exec(text) ?? [];
  if (major !== undefined && minor !== undefined) return [Number(major), Number(minor)];
  throw new UsageError(`\`${text}\` is no version of Prometheus; write one like \`2.42\``);
}

function intervalOf(text: string): DurationText {
  if (parseDuration(text) !== undefined) return text as DurationText;
  throw new UsageError(`\`${text}\` is no duration; write one like \`15s\``);
}
