import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../../lib/analyze/index.ts';
import type { DurationText, Metric } from '../../lib/catalog/index.ts';
import { loadForeign } from '../../lib/load/index.ts';
import { type HouseRuleSpec, toHouseRule } from '../../lib/model/index.ts';

/** Files, and what is known about the Prometheus that they are for. */
export interface Given {
  /** Texts of rule files; only what is found in the last one counts. */
  readonly rules?: readonly string[];
  readonly dashboard?: unknown;
  /** Texts that `--metrics` would read. Metrics that are not in them may exist. */
  readonly metrics?: readonly string[];
  /** All metrics that there are, in place of `metrics`. */
  readonly declared?: readonly Metric[];
  readonly version?: readonly [major: number, minor: number];
  readonly scrapeInterval?: DurationText;
  readonly externalLabels?: Readonly<Record<string, string>>;
  readonly retention?: DurationText;
  /** What it is started with. Absent: nobody knows. */
  readonly features?: readonly string[];
  /** Rules that are off otherwise. */
  readonly house?: readonly HouseRuleSpec[];
}

/** Codes of what is found, each once. */
export type Findings = ReadonlySet<string>;

/** What `dashc check` finds in files when it is told all that is known. */
export function findingsIn(given: Given): Findings {
  const { rules = [], dashboard, metrics = [], version = [3, 14], scrapeInterval = '1m' } = given;
  const cwd = mkdtempSync(join(tmpdir(), 'dashc-conformance-'));
  try {
    const names = rules.map((text, at) => write(cwd, `${String(at).padStart(3, '0')}.yaml`, text));
    const boards =
      dashboard === undefined ? [] : [write(cwd, 'dashboard.json', JSON.stringify(dashboard))];
    const { value, diagnostics } = loadForeign({
      cwd,
      rules: names,
      dashboards: boards,
      fetched: metrics.map((text) => ({ file: 'metrics', text })),
      version,
      scrapeInterval,
    });
    const known = {
      ...(given.externalLabels === undefined ? {} : { externalLabels: given.externalLabels }),
      ...(given.retention === undefined ? {} : { retention: { time: given.retention } }),
      ...(given.features === undefined
        ? {}
        : { flags: [`--enable-feature=${given.features.join(',')}`] }),
    };
    const house = (given.house ?? []).map(toHouseRule);
    const systems = value.systems.map((system) => ({
      ...system,
      house,
      stack: { ...system.stack, prometheus: { ...system.stack.prometheus, ...known } },
      metrics: given.declared ?? system.metrics,
      foreign: { open: given.declared === undefined },
    }));
    const own = names.at(-1) ?? 'dashboard.json';
    const found = [...diagnostics, ...run({ systems })].filter(({ where }) => where.file === own);
    return new Set(found.map(({ code }) => code));
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

function write(cwd: string, name: string, text: string): string {
  writeFileSync(join(cwd, name), text);
  return name;
}
