import type { Diagnostic } from '../../../diagnostics/index.ts';
import { panelPath } from '../../../model/index.ts';
import type { ForeignFile } from '../foreign-site.ts';
import type { JsonDocument } from '../json-document.ts';
import { problemAt } from '../problem.ts';
import { listOf, type Raw, rawOf, textOf } from '../raw.ts';
import type { Keys } from '../source-document.ts';
import type { RawPanel, RawTarget } from './raw-panels.ts';

interface Context {
  readonly file: ForeignFile;
  readonly document: JsonDocument;
  readonly uid: string;
}

/**
 * Expressions of Grafana that name a query which their panel does not have, and panels that show the result of a panel
 * which does not exist: both end in an error in place of data.
 */
export function referenceProblems(panels: readonly RawPanel[], context: Context): Diagnostic[] {
  const ids = new Set(panels.map(({ panel }) => panel.id));
  return panels.flatMap((raw) => [...ofExpressions(raw, context), ...ofSources(raw, ids, context)]);
}

function ofExpressions(raw: RawPanel, context: Context): Diagnostic[] {
  const known = new Set(raw.targets.map(({ target }) => textOf(target.refId)));
  return raw.targets.filter(isExpression).flatMap(({ target, keys }) =>
    [...new Set(refIdsIn(target))]
      .filter((refId) => !known.has(refId))
      .map((refId) =>
        problem(raw, keys, context, {
          code: 'panel/unknown-ref-id',
          message: `the expression \`${textOf(target.refId) ?? ''}\` needs the query \`${refId}\`, which the panel does not have`,
        }),
      ),
  );
}

function isExpression({ target }: RawTarget): boolean {
  const { type, uid } = rawOf(target.datasource);
  return type === '__expr__' || uid === '__expr__' || uid === '-100';
}

/** The queries that an expression reads, by its kind. */
function refIdsIn({ type, expression, conditions }: Raw): readonly string[] {
  const text = textOf(expression) ?? '';
  switch (type) {
    case 'math':
      return [...text.matchAll(/\$(?:\{([^}]+)\}|(\w+))/g)].map(([, a, b]) => a ?? b ?? '');
    case 'reduce':
    case 'resample':
    case 'threshold':
      return text === '' ? [] : [text.replace(/^\$\{?|\}$/g, '')];
    case 'classic_conditions':
      return listOf(conditions).flatMap((condition) => {
        const [refId] = listOf(rawOf(rawOf(condition).query).params);
        return typeof refId === 'string' ? [refId] : [];
      });
    default:
      return [];
  }
}

function ofSources(raw: RawPanel, ids: ReadonlySet<unknown>, context: Context): Diagnostic[] {
  const source = rawOf(raw.panel.datasource).uid ?? raw.panel.datasource;
  if (source !== '-- Dashboard --') return [];
  return raw.targets
    .filter(({ target }) => typeof target.panelId === 'number' && !ids.has(target.panelId))
    .map(({ target, keys }) =>
      problem(raw, keys, context, {
        code: 'panel/unknown-panel',
        message: `\`${textOf(raw.panel.title) ?? ''}\` shows the result of the panel \`${String(target.panelId)}\`, which the dashboard does not have`,
      }),
    );
}

function problem(
  { panel }: RawPanel,
  keys: Keys,
  { file, document, uid }: Context,
  finding: Pick<Diagnostic, 'code' | 'message'>,
): Diagnostic {
  const path = panelPath({ uid }, { title: textOf(panel.title) ?? '' });
  const span = document.spanOf(keys);
  return problemAt(file, span, path, { severity: 'error', ...finding });
}
