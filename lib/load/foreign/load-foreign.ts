import { readFileSync } from 'node:fs';

import { defineStack, type DurationText, type Stack } from '../../catalog/index.ts';
import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import type { HouseRule, PlacedAllow, Project, System } from '../../model/index.ts';
import { readDashboard } from './dashboards/read-dashboard.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { type MetricsText, readMetrics } from './metrics/read-metrics.ts';
import { readRuleFile } from './rules/read-rule-file.ts';
import type { Version } from './rules/rule-problems.ts';

export interface ForeignOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Files, folders and glob patterns. */
  readonly rules: readonly string[];
  readonly dashboards: readonly string[];
  /** Files, folders and glob patterns; with `fetched`, all metrics that there are. Absent: nobody knows them. */
  readonly metrics?: readonly string[];
  /** What was fetched from addresses. */
  readonly fetched?: readonly MetricsText[];
  /** Whose rules they are. */
  readonly version: Version;
  readonly scrapeInterval: DurationText;
  /** Reads the files as if they were this system's: all metrics, recorded ones included, are those it declares. */
  readonly system?: System;
  /** The rules of the house that hold in them, besides those of the system. Default: none. */
  readonly house?: readonly HouseRule[];
  /** Reads a file by its absolute path. Default: as it is on the disk. */
  readonly read?: (absolute: string) => string;
}

export interface ForeignResult extends Result<Project> {
  /** Number of files that were read. */
  readonly files: number;
  /** Names by which no file was found. */
  readonly missing: readonly string[];
}

/** Makes a project of files of Grafana and Prometheus, so that the checks read them as they read typed sources. */
export function loadForeign(options: ForeignOptions): ForeignResult {
  const { cwd, version } = options;
  const rules = findFiles(cwd, options.rules, ['yaml', 'yml']);
  const dashboards = findFiles(cwd, options.dashboards, ['json']);
  const diagnostics: Diagnostic[] = [];
  const allow: PlacedAllow[] = [];
  const readAll = <T>(
    files: readonly FoundFile[],
    read: (found: FoundFile, text: string) => Result<readonly T[]>,
  ): T[] =>
    files.flatMap((found) => {
      const result = readOne(found, options.read ?? readText, read);
      for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
      return result.value;
    });
  const groups = readAll(rules.files, (found, text) => {
    const read = readRuleFile(found, text, version);
    allow.push(...read.allow);
    return read;
  });
  const boards = readAll(dashboards.files, (found, text) => readDashboard(found, text));
  const expositions = findFiles(cwd, options.metrics ?? [], ['txt', 'prom', 'json']);
  const texts = readAll(expositions.files, ({ file }, text) => ({
    value: [{ file, text }],
    diagnostics: [],
  }));
  const seen = [...(options.fetched ?? []), ...texts];
  const { value: metrics, diagnostics: unread } = readMetrics(seen);
  diagnostics.push(...unread);
  const files = { dashboards: boards, groups, allow };
  return {
    value: { systems: [{ ...knownOf(options, metrics, seen.length === 0), ...files }] },
    diagnostics,
    files: rules.files.length + dashboards.files.length + seen.length,
    missing: [...rules.missing, ...dashboards.missing, ...expositions.missing],
  };
}

/** What the checks know besides the files. */
function knownOf(
  options: ForeignOptions,
  metrics: System['metrics'],
  open: boolean,
): Pick<System, 'name' | 'stack' | 'metrics' | 'foreign' | 'house'> {
  const { system, house = [] } = options;
  if (system === undefined) {
    return { name: 'foreign', stack: stackOf(options), metrics, house, foreign: { open } };
  }
  const rules = system.groups.flatMap(({ value }) => value.rules);
  const recorded = rules.filter((rule) => rule.kind === 'record');
  const { name, stack, house: own = [] } = system;
  const chosen = { house: [...own, ...house], foreign: { open: false, recorded } };
  return { name, stack, metrics: system.metrics, ...chosen };
}

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

function readOne<T>(
  found: FoundFile,
  textOf: (absolute: string) => string,
  read: (found: FoundFile, text: string) => Result<readonly T[]>,
): Result<readonly T[]> {
  let text: string;
  try {
    text = textOf(found.absolute);
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    const message = `the file cannot be read (${code})`;
    const where = { file: found.file, path: [] };
    return {
      value: [],
      diagnostics: [{ code: 'load/unreadable', severity: 'error', message, where }],
    };
  }
  return read(found, text);
}

/** As little as the checks need; what nobody said is as Prometheus and Grafana have it by default. */
function stackOf({ version: [major, minor], scrapeInterval }: ForeignOptions): Stack {
  return defineStack({
    name: 'foreign',
    title: 'Foreign',
    prometheus: { version: `${major}.${minor}.0`, scrapeInterval },
    jobs: {},
    datasources: [
      {
        uid: 'prometheus',
        name: 'Prometheus',
        type: 'prometheus',
        url: 'http://prometheus:9090',
        default: true,
      },
      { uid: 'loki', name: 'Loki', type: 'loki', url: 'http://loki:3100' },
    ],
    grafana: { image: 'grafana/grafana-oss', folder: 'General' },
  });
}
