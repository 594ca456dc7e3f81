import { unitsOf } from '../../emit/index.ts';
import type { System } from '../../model/index.ts';
import { hasComment, isModelled } from '../../normalise/index.ts';
import { type Expr, parse } from '../../promql/index.ts';
import type { ImportPlan, ImportRequest, PlannedFile, ReceiptEntry } from '../import-plan.ts';
import { systemPlan } from '../system/index.ts';
import { DashboardDraft } from './dashboard-draft.ts';
import { dashboardModules } from './dashboard-modules.ts';
import type { Surroundings } from './drafts.ts';
import { fileNames } from './file-names.ts';
import { differencesOf } from './lost.ts';
import { pathsOf } from './patch.ts';
import { readFile } from './read-file.ts';
import { isRaw, listOf, type Raw, rawAt, textAt } from './readers.ts';
import { shareOf } from './share.ts';
import { upgradePanels } from './upgrade/index.ts';

/** Makes typed sources of classic dashboards. */
export async function importDashboards(request: ImportRequest): Promise<ImportPlan> {
  const { sources, system, upgrade, formatting } = request;
  const read = sources.map(({ name, text }) => ({ name, ...readSource(text, upgrade) }));
  const readable = read.flatMap(({ raw }) => (raw === undefined ? [] : [raw]));
  if (readable.length === 0) {
    return { files: [], entries: read.map(({ name, problem = '' }) => failed(name, problem)) };
  }
  const plan = await systemPlan(request, expressionsIn(readable), recordedBy(request));
  const present: System = {
    ...(request.present ?? { name: system, dashboards: [], groups: [] }),
    stack: plan.stack,
    metrics: plan.metrics,
  };
  const around: Surroundings = { system: present, units: unitsOf(present), handles: plan.handles };
  const files: PlannedFile[] = [];
  const entries: ReceiptEntry[] = [];
  const names = fileNames(request, read);
  for (const [i, { name, raw, plainUnits, problem = '', notes }] of read.entries()) {
    if (raw === undefined) {
      entries.push(failed(name, problem));
      continue;
    }
    const file = names[i] ?? 'dashboard';
    const folder = `dashboards/${system}`;
    const draft = new DashboardDraft({ raw, uid: uidOf(raw, file), plainUnits }, around);
    const { library, systemModule } = plan;
    files.push(
      ...(await dashboardModules(draft, { folder, file, systemModule, library, formatting })),
    );
    entries.push(entryOf(name, `${folder}/${file}.ts`, draft, raw, notes));
    request.progress?.(name);
  }
  return { files: [...plan.files, ...files], entries };
}

interface ReadSource {
  readonly raw?: Raw;
  readonly plainUnits?: ReadonlySet<unknown>;
  readonly problem?: string;
  readonly notes: readonly string[];
}

function readSource(text: string, upgrade: boolean): ReadSource {
  const read = readFile(text);
  if (typeof read === 'string') return { problem: read, notes: [] };
  if (!upgrade) return { ...read, notes: [] };
  const { dashboard, notes } = upgradePanels(read.raw);
  return { ...read, raw: dashboard, notes };
}

function failed(source: string, problem: string): ReceiptEntry {
  return { source, outcome: 'failed', notes: [problem], typed: {}, raw: [], lost: [] };
}

/** One that has none gets it from its file's name: Grafana would make one up, and links would break with the next. */
function uidOf(raw: Raw, file: string): string {
  const uid = textAt(raw, 'uid');
  return uid === undefined || uid === '' ? file.slice(0, 40) : uid;
}

/** All PromQL of dashboards, to infer a catalog from. */
function* expressionsIn(dashboards: readonly Raw[]): Generator<Expr, void, undefined> {
  for (const dashboard of dashboards) {
    const panels = listOf(dashboard.panels).flatMap((panel) => [panel, ...listOf(panel.panels)]);
    const targets = panels.flatMap((panel) =>
      listOf(panel.targets).filter((target) => !isLoki(target.datasource ?? panel.datasource)),
    );
    const annotations = listOf(rawAt(dashboard, 'annotations').list);
    const texts = [...targets, ...annotations].flatMap(({ expr }) =>
      typeof expr === 'string' && !hasComment(expr) ? [expr] : [],
    );
    const queries = listOf(rawAt(dashboard, 'templating').list).flatMap(({ query, datasource }) => {
      const inside = /^(?:query_result\(([^]*)\)|label_values\(([^]*), *\w+\))$/.exec(
        String(query),
      );
      const text = inside?.[1] ?? inside?.[2];
      return text === undefined || isLoki(datasource) ? [] : [text];
    });
    for (const text of [...texts, ...queries]) {
      const { expr, errors } = parse(text);
      if (expr !== undefined && errors.length === 0) yield expr;
    }
  }
}

function isLoki(datasource: Raw[string] | undefined): boolean {
  return isRaw(datasource) && datasource.type === 'loki';
}

function recordedBy({ present }: ImportRequest): ReadonlySet<string> {
  const rules = (present?.groups ?? []).flatMap(({ value }) => value.rules);
  return new Set(rules.flatMap(({ kind, name }) => (kind === 'record' ? [name] : [])));
}

function entryOf(
  source: string,
  file: string,
  draft: DashboardDraft,
  raw: Raw,
  notes: readonly string[],
): ReceiptEntry {
  const share = shareOf(draft);
  const panels = draft.panels.flatMap(({ raw: panel, form, patch, kept }) => {
    const place = `panel ${JSON.stringify(textAt(panel, 'title') ?? '')}`;
    const paths = pathsOf(patch);
    return [
      ...(form === 'raw'
        ? [{ place, reason: reasonOf(panel) }]
        : paths.length > 0
          ? [{ place, reason: `no typed call says ${paths.join(', ')}` }]
          : []),
      ...kept,
    ];
  });
  const top = pathsOf(draft.patch).map((path) => ({
    place: 'dashboard',
    reason: `no typed key says ${path}`,
  }));
  return {
    source,
    file,
    outcome: 'imported',
    notes,
    typed: {
      panels: share.typedPanels,
      'typed queries': share.typedExpressions,
      variables: draft.variables.length,
    },
    possible: {
      panels: share.knownPanels,
      'typed queries': share.expressions,
      fields: share.fields,
      'typed fields': share.typedFields,
    },
    raw: [...top, ...draft.kept, ...panels],
    lost: differencesOf(draft, raw),
  };
}

function reasonOf(panel: Raw): string {
  const type = String(panel.type);
  return isModelled(panel)
    ? `its ${type} says what no typed call can`
    : `\`${type}\` is no panel type that dashc has`;
}
