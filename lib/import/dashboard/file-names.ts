import type { ImportRequest } from '../import-plan.ts';
import { type Raw, textAt } from './readers.ts';

/**
 * The name of the module of each dashboard, without extension: that of its file, or for an address its title. One whose
 * uid the system has already keeps the name that it has there.
 */
export function fileNames(
  { present, system }: Pick<ImportRequest, 'present' | 'system'>,
  read: readonly { readonly name: string; readonly raw?: Raw }[],
): readonly string[] {
  const known = new Map(
    (present?.dashboards ?? [])
      .filter(({ file }) => file.startsWith(`dashboards/${system}/`))
      .map(({ value, name }) => [value.uid, name] as const),
  );
  const taken = new Set<string>(known.values());
  return read.map(({ name, raw }) => {
    const before = raw && known.get(textAt(raw, 'uid') ?? '');
    if (before !== undefined) {
      known.delete(textAt(raw ?? {}, 'uid') ?? '');
      return before;
    }
    const base = slug(
      name
        .split(/[/\\]/)
        .at(-1)
        ?.replace(/\.json$/i, '') ?? '',
    );
    const wanted = /^https?:/.test(name) ? slug((raw && textAt(raw, 'title')) ?? '') : base;
    let unique = wanted;
    for (let n = 2; taken.has(unique); n++) unique = `${wanted}-${n}`;
    taken.add(unique);
    return unique;
  });
}

/** Names that say nothing of what is inside: the linter refuses them. */
export const NO_FILE_NAMES: readonly string[] = ['utils', 'helpers', 'common', 'types', 'misc'];

/** A file name: small letters, digits, `-` and `_`. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  if (plain === '') return 'dashboard';
  return NO_FILE_NAMES.includes(plain) ? `${plain}-dashboard` : plain;
}
