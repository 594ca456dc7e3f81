import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A page that is not on disk as it would be written. */
export interface Drift {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly kind: 'missing' | 'changed' | 'gone';
}

/**
 * What differs between `docs/` and the pages, by path. A folder below `docs/` that holds a generated page holds no
 * others; beside the index there may be pages that somebody wrote.
 */
export function driftOf(root: string, pages: ReadonlyMap<string, string>): readonly Drift[] {
  const folders = new Set([...pages.keys()].map((file) => dirname(file)));
  folders.delete('docs');
  const there = [...folders].flatMap((folder) => pagesIn(root, folder));
  return [
    ...[...pages].flatMap(([file, text]): Drift[] => {
      if (!existsSync(join(root, file))) return [{ file, kind: 'missing' }];
      return readFileSync(join(root, file), 'utf8') === text ? [] : [{ file, kind: 'changed' }];
    }),
    ...there.filter((file) => !pages.has(file)).map((file): Drift => ({ file, kind: 'gone' })),
  ];
}

function pagesIn(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}
