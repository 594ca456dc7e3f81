import type { Diagnostic, Where } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import { placePanels } from '../place-panels.ts';
import type { Loaded } from '../project.ts';
import { atPanel, atRow } from './places.ts';
import { repeated } from './repeated.ts';

interface Identified {
  readonly title: string;
  readonly kind: 'panel' | 'row';
  readonly key: string;
  readonly id: number;
  readonly where: () => Where;
}

/** Rows and panels have keys of their own, and so ids of their own. */
export function checkPanelIds(loaded: Loaded<Dashboard>): Diagnostic[] {
  const all = placePanels(loaded.value).flatMap(({ row, header, panels }): Identified[] => [
    ...(header === undefined
      ? []
      : [{ title: row.title, kind: 'row', ...header, where: () => atRow(loaded, row) } as const]),
    ...panels.map(
      ({ panel, key, id }) =>
        ({
          title: panel.props.title,
          kind: 'panel',
          key,
          id,
          where: () => atPanel(loaded, panel),
        }) as const,
    ),
  ]);
  return repeated(all, ({ id }) => String(id)).map(([again, first]) => sameId(again, first));
}

function sameId(again: Identified, first: Identified): Diagnostic {
  const { title, kind } = again;
  const same = again.key === first.key;
  return {
    code: 'panel/duplicate-key',
    severity: 'error',
    message: same
      ? `\`${title}\` has the key of an earlier ${first.kind}, so that links and alerts could not tell them apart`
      : `\`${title}\` has by chance the id of \`${first.title}\`, which is made of the key`,
    hint:
      kind === 'row'
        ? `row('${title} 2', …)`
        : `.key('${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-2')`,
    where: again.where(),
  };
}
