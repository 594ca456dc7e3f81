import { readFileSync } from 'node:fs';
import path from 'node:path';

import { importDashboards, type ImportPlan } from '../../../lib/import/index.ts';

export function fixture(name: string): string {
  return readFileSync(path.join('test/import/dashboard/fixtures', name), 'utf8');
}

/** What an import of texts into a system that is not there would write. */
export function imported(
  texts: readonly string[],
  { upgrade = false }: { readonly upgrade?: boolean } = {},
): Promise<ImportPlan> {
  return importDashboards({
    sources: texts.map((text, i) => ({ name: `board-${i}.json`, text })),
    system: 'shop',
    present: undefined,
    existing: (file) => (file === 'lib/index.ts' ? '' : undefined),
    formatting: undefined,
    upgrade,
  });
}

/** The text of the dashboards' modules, one after the other. */
export function sourceOf({ files }: ImportPlan): string {
  return files
    .filter(({ path: file }) => file.startsWith('dashboards/'))
    .map(({ text }) => text)
    .join('\n');
}
