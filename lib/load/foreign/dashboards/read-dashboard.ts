import type { JsonValue } from '../../../catalog/index.ts';
import type { Diagnostic, Result } from '../../../diagnostics/index.ts';
import {
  type Dashboard,
  dashboardPath,
  type Loaded,
  type Row,
  type Variable,
} from '../../../model/index.ts';
import type { FoundFile } from '../find-files.ts';
import { editForeign, type ForeignFile, ForeignSite, locateIn } from '../foreign-site.ts';
import { JsonDocument } from '../json-document.ts';
import { Lines } from '../lines.ts';
import { isRaw, listOf, type Raw, rawOf, textOf } from '../raw.ts';
import type { Keys } from '../source-document.ts';
import { allowOf } from './allow-of.ts';
import { DatasourceKinds } from './datasource-kinds.ts';
import { gridProblems } from './grid-problems.ts';
import { classicPanels, type RawPanel, v2Panels } from './raw-panels.ts';
import { referenceProblems } from './reference-problems.ts';
import { rawAnnotations, toAnnotation } from './to-annotation.ts';
import { toPanel, variableOf } from './to-panel.ts';
import { rawVariables, toVariable } from './to-variable.ts';

/**
 * Reads a dashboard as Grafana exports it: classic from schema 14 on, alone, as `{"dashboard": …}` or as a resource, and
 * version 2 resources.
 * A file that was not asked for by name may be something else, and is passed over.
 */
export function readDashboard(
  { file: name, guessed }: Pick<FoundFile, 'file' | 'guessed'>,
  text: string,
): Result<readonly Loaded<Dashboard>[]> {
  const file: ForeignFile = { file: name, lines: new Lines(text) };
  let document: JsonDocument;
  try {
    document = new JsonDocument(text);
  } catch (error) {
    const message = `this is no JSON: ${(error as SyntaxError).message}`;
    return refusedFile(name, message);
  }
  const found = dashboardIn(document.value);
  if (found === undefined) {
    return guessed ? { value: [], diagnostics: [] } : refusedFile(name, 'this is no dashboard');
  }
  return new DashboardReader(file, document, found).loaded();
}

function refusedFile(file: string, message: string): Result<readonly []> {
  const where = { file, path: [] };
  return {
    value: [],
    diagnostics: [{ code: 'dashboard-file/unreadable', severity: 'error', message, where }],
  };
}

interface FoundDashboard {
  readonly dashboard: Raw;
  readonly keys: Keys;
  /** Of a resource. */
  readonly name?: string;
  readonly panels: readonly RawPanel[];
}

function dashboardIn(value: unknown): FoundDashboard | undefined {
  if (!isRaw(value)) return undefined;
  if (typeof value.apiVersion === 'string' && isRaw(value.spec)) {
    const name = textOf(rawOf(value.metadata).name);
    const found = inner(value.spec, ['spec']);
    return found && (name === undefined ? found : { ...found, name });
  }
  return isRaw(value.dashboard) ? inner(value.dashboard, ['dashboard']) : inner(value, []);
}

function inner(dashboard: Raw, keys: Keys): FoundDashboard | undefined {
  if (isRaw(dashboard.elements)) return { dashboard, keys, panels: v2Panels(dashboard, keys) };
  const hasPanels = Array.isArray(dashboard.panels) || Array.isArray(dashboard.rows);
  // A new dashboard has none yet.
  if (!hasPanels && !(isRaw(dashboard.templating) && textOf(dashboard.title))) return undefined;
  return { dashboard, keys, panels: classicPanels(dashboard, keys) };
}

class DashboardReader {
  readonly #file: ForeignFile;
  readonly #document: JsonDocument;
  readonly #found: FoundDashboard;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(file: ForeignFile, document: JsonDocument, found: FoundDashboard) {
    this.#file = file;
    this.#document = document;
    this.#found = found;
  }

  loaded(): Result<readonly Loaded<Dashboard>[]> {
    const { dashboard, keys, name, panels } = this.#found;
    const { file } = this.#file;
    // Grafana gives one to a dashboard without.
    const uid = textOf(dashboard.uid) ?? name ?? file.replace(/[^A-Za-z0-9]+/g, '-').slice(-40);
    const context = { file: this.#file, document: this.#document, dashboard: { uid } };
    const raws = rawVariables(dashboard, keys);
    const kinds = new DatasourceKinds(
      rawOf(this.#document.value),
      raws.map(({ variable }) => variable),
    );
    const path = dashboardPath({ uid });
    const variables = raws.map((raw) => this.#taken(toVariable(raw, { ...context, kinds, path })));
    const annotations = rawAnnotations(dashboard, keys).flatMap(
      (raw) => this.#taken(toAnnotation(raw, { ...context, kinds, path })) ?? [],
    );
    const read = panels.map((panel, i) =>
      this.#taken(toPanel(panel, i, { ...context, kinds, variables })),
    );
    const rows: Row[] = [
      { kind: 'row', title: '', panels: read, height: 8, collapsed: false },
      ...repeatedRows(
        dashboard,
        variables,
        (...below) => new ForeignSite(this.#file, this.#document, [...keys, ...below]),
      ),
    ];
    const value: Dashboard = {
      kind: 'dashboard',
      uid,
      title: textOf(dashboard.title) ?? '',
      tags: listOf(dashboard.tags).map(String),
      time: { from: 'now-6h', to: 'now' },
      variables,
      links: [],
      annotations,
      rows,
      ...allowOf(dashboard),
      ...(typeof dashboard.editable === 'boolean' ? { editable: dashboard.editable } : {}),
      raw: { dashboard: dashboard as JsonValue, carried: carried(dashboard, variables) },
      site: new ForeignSite(this.#file, this.#document, keys),
    };
    this.#diagnostics.push(...gridProblems(dashboard, keys, { ...context, uid }));
    this.#diagnostics.push(...referenceProblems(panels, { ...context, uid }));
    const how = { locate: locateIn(file), edit: editForeign, foreign: true } as const;
    return { value: [{ value, file, name: file, ...how }], diagnostics: this.#diagnostics };
  }

  #taken<T>({ value, diagnostics }: Result<T>): T {
    this.#diagnostics.push(...diagnostics);
    return value;
  }
}

/** Rows that are repeated need their variable. */
function repeatedRows(
  dashboard: Raw,
  variables: readonly Variable[],
  siteOf: (...keys: Keys) => ForeignSite,
): Row[] {
  const rows = (list: 'rows' | 'panels') =>
    listOf(dashboard[list]).map((raw, i) => ({ raw, site: siteOf(list, i) }));
  return [...rows('rows'), ...rows('panels')].flatMap(({ raw, site }): Row[] => {
    const { type, repeat, panels, title } = rawOf(raw);
    const name = textOf(repeat);
    if (name === undefined || (type !== 'row' && !Array.isArray(panels))) return [];
    const common = { kind: 'row', panels: [], height: 8, collapsed: false, site } as const;
    return [{ ...common, title: textOf(title) ?? '', repeat: variableOf(name, variables) }];
  });
}

/** A link that takes all variables along uses them all. */
function carried({ links }: Raw, variables: readonly Variable[]): string {
  const takes = listOf(links).some((link) => rawOf(link).includeVars === true);
  return takes ? variables.map(({ name }) => `\${${name}}`).join(' ') : '';
}
