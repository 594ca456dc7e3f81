import { classicDashboardIn, normaliseDashboard } from '../../normalise/index.ts';
import type { Raw } from './readers.ts';

export interface ReadDashboard {
  /** Normalised. */
  readonly raw: Raw;
  /** Ids of panels that say themselves that they show no unit. */
  readonly plainUnits: ReadonlySet<unknown>;
}

/** A dashboard of a file, or a sentence that says why there is none. */
export function readFile(text: string): ReadDashboard | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `it is no JSON: ${(error as SyntaxError).message.replaceAll('\n', ' ').slice(0, 200)}`;
  }
  const problem = problemOf(value);
  if (problem !== undefined) return problem;
  const dashboard = classicDashboardIn(value);
  if (typeof dashboard === 'string') return dashboard;
  return { raw: normaliseDashboard(dashboard), plainUnits: new Set(plainUnitsIn(dashboard)) };
}

/** Deeper than any dashboard, and shallower than what would fill the stack. */
const DEPTH = 100;

/** What cannot be said in a source, or could mean something else there. Goes deep without calling itself. */
function problemOf(value: unknown): string | undefined {
  const open: (readonly [value: unknown, depth: number])[] = [[value, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [item, depth] = next;
    if (typeof item === 'number' && !Number.isFinite(item))
      return 'it has a number that is too large';
    if (typeof item !== 'object' || item === null) continue;
    if (depth >= DEPTH) return `it is nested deeper than ${DEPTH} levels`;
    for (const key of Object.keys(item)) {
      if (key === '__proto__') return 'it has the key `__proto__`, which no dashboard needs';
      open.push([(item as Record<string, unknown>)[key], depth + 1]);
    }
  }
  return undefined;
}

/** An absent unit is the same, and stays away where the query has none: only a source that says it says it again. */
function plainUnitsIn(panel: object): readonly unknown[] {
  const { id, panels, fieldConfig } = panel as Record<string, unknown>;
  const defaults = isObject(fieldConfig) ? fieldConfig.defaults : undefined;
  const isPlain = isObject(defaults) && defaults.unit === 'none';
  const inside = Array.isArray(panels) ? panels.filter(isObject).flatMap(plainUnitsIn) : [];
  return isPlain ? [id, ...inside] : inside;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
