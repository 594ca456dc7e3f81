import { checkPages } from './check-pages.ts';
import { indexPage } from './index-page.ts';
import { systemPages } from './system-pages.ts';

/** Makes pages: text by path from the root, which is absolute and holds the content. */
export type PageMaker = (root: string) => ReadonlyMap<string, string>;

const MAKERS: readonly PageMaker[] = [systemPages, checkPages];

/** Every generated page of `docs/`, the index of them first. */
export function pages(root: string): ReadonlyMap<string, string> {
  const made = MAKERS.flatMap((make) => [...make(root)]);
  return new Map([['docs/README.md', indexPage(made)], ...made]);
}
