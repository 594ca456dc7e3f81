import type { Metric } from '../../../catalog/index.ts';
import type { Diagnostic, Result } from '../../../diagnostics/index.ts';
import { Observations } from './observations.ts';
import { readApiJson } from './read-api-json.ts';
import { readExposition } from './read-exposition.ts';
import { toMetrics } from './to-metrics.ts';

/** A text about metrics, and what it is called. */
export interface MetricsText {
  readonly file: string;
  readonly text: string;
}

/** Makes one catalog of all texts: what targets expose, and what Prometheus's API returns. */
export function readMetrics(texts: readonly MetricsText[]): Result<readonly Metric[]> {
  const seen = new Observations();
  const diagnostics = texts.flatMap(({ file, text }): Diagnostic[] => {
    const line =
      /^\s*[[{]/.test(text) && isJson(text) ? readJson(text, seen) : readExposition(text, seen);
    if (line === undefined) return [];
    return [
      {
        code: 'metrics-file/unreadable',
        severity: 'error',
        message: "this is neither what a target exposes nor an answer of Prometheus's API",
        hint: 'curl http://prometheus:9090/api/v1/metadata',
        where: { file, line, path: [] },
      },
    ];
  });
  return { value: toMetrics(seen), diagnostics };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readJson(text: string, seen: Observations): number | undefined {
  return readApiJson(JSON.parse(text), seen) ? undefined : 1;
}
