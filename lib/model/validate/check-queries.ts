import { type Diagnostic, similar } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import { type Panel, refIds } from '../panel/index.ts';
import type { Loaded } from '../project.ts';
import { atPanel, panelsOf } from './places.ts';
import { repeated } from './repeated.ts';

type Finding = Omit<Diagnostic, 'where' | 'severity'>;

/** Panels have queries, whose `refId`s are one each and known to what mentions them. */
export function checkQueries(loaded: Loaded<Dashboard>): Diagnostic[] {
  return panelsOf(loaded).flatMap((panel) => {
    const ids = refIds(panel.props.queries);
    const found = [
      ...noQuery(panel),
      ...(loaded.foreign === true ? [] : badIds(ids)),
      ...duplicateIds(ids),
      ...unknownIds(panel, ids),
    ];
    return found.map((finding) => ({
      ...finding,
      severity: 'error' as const,
      where: atPanel(loaded, panel),
    }));
  });
}

function noQuery({ props: { kind, queries, title } }: Panel): Finding[] {
  if ((kind === 'text') === (queries.length === 0)) return [];
  if (kind === 'text') {
    const message = `\`${title}\` is a text, which shows no query`;
    return [{ code: 'panel/query-of-text', message }];
  }
  const message = `\`${title}\` has no query, so it would always say "No data"`;
  return [{ code: 'panel/no-query', message, hint: '.query(…)' }];
}

function badIds(ids: readonly string[]): Finding[] {
  return ids
    .filter((id) => !/^[A-Za-z0-9_-]+$/.test(id))
    .map((id) => ({
      code: 'panel/ref-id',
      message: `\`${id}\` is no \`refId\`: it has letters, digits, \`_\` and \`-\``,
    }));
}

function duplicateIds(ids: readonly string[]): Finding[] {
  return repeated(ids, (id) => id).map(([id]) => ({
    code: 'panel/duplicate-ref-id',
    message: `\`${id}\` is the \`refId\` of two queries, of which Grafana sends one`,
  }));
}

/** In transformations and overrides. */
function unknownIds({ props }: Panel, ids: readonly string[]): Finding[] {
  const mentioned = [
    ...props.transformations.flatMap(({ query, mentions = [] }) =>
      query === undefined ? mentions : [query, ...mentions],
    ),
    ...props.overrides.flatMap(({ matcher }) =>
      matcher.id === 'byFrameRefID' ? [matcher.options] : [],
    ),
  ];
  return mentioned
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const meant = similar(id, ids) ?? ids[0];
      return {
        code: 'panel/unknown-ref-id',
        message: `\`${id}\` is the \`refId\` of no query of this panel`,
        ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }),
      };
    });
}
