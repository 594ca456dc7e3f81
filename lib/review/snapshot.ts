import { parse as parseYaml } from 'yaml';

import { classicDashboardIn } from '../normalise/index.ts';
import { type ReviewedDashboard, reviewedDashboard } from './dashboard/index.ts';
import { isJson, type Json } from './json.ts';
import { type ReviewedGroup, reviewedGroups } from './rules/index.ts';

/** A file of a folder that Grafana, Prometheus or people read. */
export interface ReviewFile {
  /** Absent: the folder says nothing of systems. */
  readonly system?: string;
  /** As it is shown; the same for the file before and after. */
  readonly path: string;
  readonly text: string;
}

/** What is in the files of one side. */
export interface Snapshot {
  readonly dashboards: readonly ReviewedDashboard[];
  readonly groups: readonly ReviewedGroup[];
  /** Configurations whose keys are known. */
  readonly stack: readonly StackContent[];
  readonly others: readonly OtherFile[];
}

export interface StackContent {
  readonly kind: 'alertmanager' | 'prometheus' | 'datasources';
  readonly system: string | undefined;
  readonly file: string;
  readonly content: Json;
  readonly text: string;
}

export interface OtherFile {
  readonly system: string | undefined;
  readonly file: string;
  readonly text: string;
  /** What it says, where it is YAML or JSON. */
  readonly content?: unknown;
}

/** What dashc keeps for itself; it follows from the files. */
const OWN = /(?:^|\/)\.dashc-(?:manifest|sync)\.json$/;

/** What a file is. */
type Part =
  | { readonly dashboard: ReviewedDashboard }
  | { readonly groups: readonly ReviewedGroup[] }
  | { readonly stack: StackContent }
  | { readonly other: OtherFile };

/** What was read before, by system, path and text: most files are the same on both sides. */
export type Known = Map<string, Part>;

/** Reads the files of one side; by what they say, wherever they are. */
export function snapshotOf(files: readonly ReviewFile[], known: Known = new Map()): Snapshot {
  const parts = files
    .filter(({ path }) => !OWN.test(path))
    .map((file) => {
      const key = JSON.stringify([file.system, file.path, file.text]);
      const part = known.get(key) ?? partOf(file);
      known.set(key, part);
      return part;
    });
  return {
    dashboards: parts.flatMap((part) => ('dashboard' in part ? [part.dashboard] : [])),
    groups: parts.flatMap((part) => ('groups' in part ? part.groups : [])),
    stack: parts.flatMap((part) => ('stack' in part ? [part.stack] : [])),
    others: parts.flatMap((part) => ('other' in part ? [part.other] : [])),
  };
}

function partOf({ system, path: file, text }: ReviewFile): Part {
  const content = contentOf(file, text);
  const other: OtherFile = { system, file, text, ...(content === undefined ? {} : { content }) };
  if (!isJson(content)) return { other };
  const classic = file.endsWith('.json') ? classicDashboardIn(content) : '';
  if (typeof classic === 'object') {
    return { dashboard: reviewedDashboard({ system, file, json: classic }) };
  }
  if (isRuleFile(content)) return { groups: reviewedGroups({ system, file, content }) };
  const kind = stackKind(content);
  return kind === undefined ? { other } : { stack: { kind, system, file, content, text } };
}

/** `undefined` where it cannot be read: then its text counts. */
function contentOf(file: string, text: string): unknown {
  try {
    if (file.endsWith('.json')) return JSON.parse(text);
    return /\.ya?ml$/.test(file) ? parseYaml(text) : undefined;
  } catch {
    return undefined;
  }
}

function isRuleFile({ groups }: Json): boolean {
  return (
    Array.isArray(groups) && groups.every((group) => isJson(group) && Array.isArray(group['rules']))
  );
}

function stackKind(json: Json): StackContent['kind'] | undefined {
  if (isJson(json['route']) && Array.isArray(json['receivers'])) return 'alertmanager';
  if (Array.isArray(json['scrape_configs'])) return 'prometheus';
  return Array.isArray(json['datasources']) ? 'datasources' : undefined;
}
