import type { Change } from '../change.ts';
import type { Review } from '../review.ts';
import { counted, listed } from '../wording.ts';

/** The changes of one dashboard or file. */
export interface Chapter {
  readonly system: string | undefined;
  /** `dashboard "Flashes"`, or the file. */
  readonly title: string;
  readonly file: string;
  readonly changes: readonly Change[];
}

/** The changes, those of a dashboard or a file together, in their order. */
export function chaptersOf({ changes }: Review): Chapter[] {
  const chapters = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.system, change.dashboard ?? null, change.file]);
    const chapter = chapters.get(key);
    if (chapter === undefined) chapters.set(key, [change]);
    else chapter.push(change);
  }
  return [...chapters.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { system, file, dashboard } = first;
    const title =
      dashboard === undefined ? file : (all.find(({ path }) => path.length > 0)?.path[0] ?? file);
    return [{ system, title, file, changes: all }];
  });
}

/** `12 changes: 3 in dashboards, 1 in rules, 8 in other files`. */
export function summaryOf({ changes }: Review): string {
  const groups = [
    ['in dashboards', (change: Change) => change.dashboard !== undefined],
    ['in rules', (change: Change) => isOfRule(change)],
    ['of metrics', ({ kind }: Change) => kind.startsWith('metric-')],
  ] as const;
  const counts = groups.map(([what, isOne]) => [changes.filter(isOne).length, what] as const);
  const rest = changes.length - counts.reduce((sum, [count]) => sum + count, 0);
  const parts = [...counts, [rest, 'in other files'] as const]
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`);
  return `${counted(changes.length, 'change')}${parts.length === 0 ? '' : `: ${listed(parts)}`}`;
}

function isOfRule({ kind, rule }: Change): boolean {
  return rule !== undefined || kind.startsWith('group-');
}
