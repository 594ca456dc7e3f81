import { emitDashboard } from '../../emit/index.ts';
import { type Dashboard, type PanelKind, stableId, type Variable } from '../../model/index.ts';
import { isModelled, normaliseDashboard } from '../../normalise/index.ts';
import type { Kept } from '../import-plan.ts';
import {
  call,
  type Code,
  evaluate,
  identifierOf,
  Identifiers,
  json,
  list,
  method,
  name,
  object,
} from '../source/index.ts';
import { AUTHORING } from './authoring.ts';
import type { Context, DeclaredVariable, Tally } from './context.ts';
import type { DraftInput, PanelDraft, RowDraft, Surroundings, VariableDraft } from './drafts.ts';
import { OPTION_TABLES } from './option-tables.ts';
import { merged, patchOf, pathsOf } from './patch.ts';
import { groupsOf, placementOf } from './read-layout.ts';
import { readPanel } from './read-panel.ts';
import { readTop } from './read-top.ts';
import { readVariable } from './read-variable.ts';
import { listOf, omit, type Raw, rawAt, textAt } from './readers.ts';

/**
 * A normalised dashboard on its way to source. Its calls are evaluated and emitted, and what is missing in the result is
 * added as data, until nothing is missing.
 */
export class DashboardDraft {
  readonly variables: VariableDraft[] = [];
  readonly rows: RowDraft[] = [];
  readonly kept: Kept[] = [];
  readonly topTally: Tally = { expressions: 0, typedExpressions: 0 };
  /** What the calls for the dashboard itself do not say. */
  patch: Raw = {};
  /** What the source makes, normalised. */
  made: Raw = {};
  readonly #raw: Raw;
  readonly #plainUnits: ReadonlySet<unknown>;
  readonly #around: Surroundings;
  readonly #names: Identifiers;
  readonly #declared = new Map<string, DeclaredVariable>();
  readonly #values = new Map<string, Variable>();
  #top: Record<string, Code | undefined> = {};

  constructor({ raw, uid, plainUnits = new Set() }: DraftInput, around: Surroundings) {
    this.#raw = raw;
    this.#plainUnits = plainUnits;
    this.#around = around;
    this.#names = new Identifiers([
      ...AUTHORING.keys(),
      'm',
      'any',
      'on',
      'ignoring',
      'not',
      'time',
      'vector',
      'matches',
      'matchesNot',
      'allOf',
    ]);
    this.#readVariables();
    this.#completeVariables();
    this.#readRows();
    this.#top = readTop(raw, uid, this.#context(this.kept), this.topTally);
    this.#complete();
  }

  get panels(): readonly PanelDraft[] {
    return this.rows.flatMap(({ panels }) => panels);
  }

  /** The calls of a panel, with those of its place and with what is kept as data. */
  panelCode(draft: PanelDraft, place: (panel: Code) => Code): Code {
    const { code, patch, raw } = draft;
    const placed = this.#hasOwnId(draft)
      ? method(place(code), 'id', [json(raw.id ?? 0)])
      : place(code);
    const paths = pathsOf(patch);
    if (paths.length === 0) return placed;
    const shown = paths.length > 6 ? `${paths.slice(0, 6).join(', ')}, …` : paths.join(', ');
    return method(placed, 'raw', [json(patch)], `TODO(import): no typed call says ${shown}`);
  }

  /** The calls of the panels of a row, each with its place. */
  panelCodes({ group, panels }: RowDraft): readonly Code[] {
    const placement = placementOf(group, (panel) => this.#kindOf(panel, panels));
    return panels.map((panel, i) => this.panelCode(panel, placement.calls[i] ?? ((code) => code)));
  }

  /** @param items its panels; default their calls */
  rowCode(row: RowDraft, items: readonly Code[] = this.panelCodes(row)): Code {
    const { group, panels } = row;
    const { header } = group;
    const { height } = placementOf(group, (panel) => this.#kindOf(panel, panels));
    const {
      title = '',
      collapsed,
      repeat,
      ...rest
    } = omit(header ?? {}, ...['type', 'panels', 'gridPos']);
    const variable = typeof repeat === 'string' ? this.#declared.get(repeat) : undefined;
    const left = repeat !== undefined && variable === undefined ? { ...rest, repeat } : rest;
    const options = object({
      height: height === 8 || panels.length === 0 ? undefined : json(height),
      collapsed: collapsed === true ? json(true) : undefined,
      repeat: variable === undefined ? undefined : name(variable.constant),
      header: header !== undefined && title === '' ? json(true) : undefined,
      raw: Object.keys(left).length === 0 ? undefined : json(left),
    });
    const some = options.kind === 'object' && options.entries.length > 0 ? [options] : [];
    return call('row', json(typeof title === 'string' ? title : ''), list(items), ...some);
  }

  /** `dashboard({…})` with constants for its variables and for the rows that `rowOf` names. */
  dashboardCode(rowOf: (row: RowDraft) => Code): Code {
    const { links, annotations, ...head } = this.#top;
    const code = object({
      ...head,
      variables:
        this.variables.length === 0
          ? undefined
          : list(this.variables.map(({ constant }) => name(constant))),
      links,
      annotations,
      rows: list(this.rows.map(rowOf)),
    });
    if (code.kind !== 'object' || Object.keys(this.patch).length === 0) {
      return call('dashboard', code);
    }
    const comment = `TODO(import): no typed key says ${pathsOf(this.patch).join(', ')}`;
    const raw = { key: 'raw', value: json(this.patch), comment };
    return call('dashboard', { kind: 'object', entries: [...code.entries, raw] });
  }

  #emitted(): Raw {
    const { system, units } = this.#around;
    const scope = new Map<string, unknown>([...AUTHORING, ...this.#values]);
    const value = evaluate(
      this.dashboardCode((row) => this.rowCode(row)),
      scope,
    ) as Dashboard;
    const loaded = { value, file: 'imported.ts', name: 'imported' };
    return normaliseDashboard(emitDashboard(loaded, system, units).value);
  }

  /** Whether its id is another than the one that is made of the titles. */
  #hasOwnId({ raw }: PanelDraft): boolean {
    const row = this.rows.find(({ group }) => group.panels.includes(raw));
    const header = row?.group.header;
    const title = header === undefined ? '' : (textAt(header, 'title') ?? '');
    return raw.id !== stableId(`${title} › ${textAt(raw, 'title') ?? ''}`);
  }

  #kindOf(panel: Raw, drafts: readonly PanelDraft[]): PanelKind {
    const draft = drafts.find(({ raw }) => raw === panel);
    return (draft?.form === 'typed' && OPTION_TABLES.get(String(panel.type))?.kind) || 'raw';
  }

  #context(kept: Kept[]): Context {
    const { system, handles } = this.#around;
    return {
      stack: system.stack,
      variables: this.#declared,
      handles: {
        find: (series) => handles.find(series),
        variable: (id) => {
          const declared = this.#declared.get(id);
          const value = declared && this.#values.get(declared.constant);
          if (
            declared === undefined ||
            value === undefined ||
            !('multi' in value || 'interval' in value)
          ) {
            return undefined;
          }
          const { constant } = declared;
          const interval = value.type === 'interval';
          const multi = 'multi' in value && value.multi;
          return { code: constant, root: constant, value, interval, multi };
        },
      },
      keep: (entry) => kept.push(entry),
    };
  }

  #readVariables(): void {
    for (const raw of listOf(rawAt(this.#raw, 'templating').list)) {
      const id = textAt(raw, 'name') ?? '';
      const plain = /^[A-Za-z_]\w*$/.test(id) ? id : identifierOf(id, 'variable');
      const constant = this.#names.next(plain);
      const code = readVariable(raw, this.#context(this.kept));
      this.variables.push({ raw, constant, code });
      this.#declare(raw, constant, code);
    }
  }

  #declare(raw: Raw, constant: string, code: Code): void {
    const id = textAt(raw, 'name') ?? '';
    const scope = new Map<string, unknown>([...AUTHORING, ...this.#values]);
    const value = evaluate(code, scope) as Variable;
    this.#values.set(constant, value);
    this.#declared.set(id, {
      name: id,
      constant,
      type: value.type,
      ...(value.type === 'datasource' ? { plugin: value.plugin } : {}),
    });
  }

  #readRows(): void {
    for (const group of groupsOf(this.#raw)) {
      const title = group.header === undefined ? '' : (textAt(group.header, 'title') ?? '');
      const fallback = this.rows.length === 0 ? 'overview' : 'row';
      const constant = this.#names.next(identifierOf(title, fallback));
      this.rows.push({ constant, group, panels: group.panels.map((raw) => this.#panel(raw)) });
    }
  }

  #panel(raw: Raw): PanelDraft {
    const isKnown = isModelled(raw);
    const draft: PanelDraft = {
      raw,
      form: isKnown ? 'typed' : 'raw',
      plainUnit: isKnown && raw.type !== 'text' && this.#plainUnits.has(raw.id),
      code: json(null),
      patch: {},
      tally: { expressions: 0, typedExpressions: 0 },
      kept: [],
    };
    this.#read(draft);
    return draft;
  }

  #read(draft: PanelDraft): void {
    draft.tally = { expressions: 0, typedExpressions: 0 };
    draft.kept = [];
    draft.patch = {};
    if (draft.form === 'raw') draft.plainUnit = false;
    draft.code = readPanel(draft.raw, draft, this.#context(draft.kept), draft.tally);
  }

  /** Adds what is missing as data. A panel whose calls say too much becomes one of no known type. */
  #complete(): void {
    const wanted = new Map(this.panels.map((draft) => [draft.raw.id, draft]));
    for (let round = 0; round < 4; round++) {
      const made = this.#emitted();
      let isDone = true;
      for (const panel of listOf(made.panels).flatMap((each) => [each, ...listOf(each.panels)])) {
        const draft = panel.type === 'row' ? undefined : wanted.get(panel.id);
        if (draft === undefined) continue;
        const [has, wants] = [omit(panel, 'gridPos'), omit(draft.raw, 'gridPos')];
        const patch = patchOf(has, wants);
        if (patch !== undefined && Object.keys(patch).length === 0) continue;
        isDone = false;
        if (patch !== undefined) draft.patch = { ...draft.patch, ...merged(draft.patch, patch) };
        else if (draft.form === 'typed') {
          if (draft.plainUnit || rawAt(rawAt(wants, 'fieldConfig'), 'defaults').unit !== undefined)
            draft.form = 'raw';
          else draft.plainUnit = true;
          this.#read(draft);
        }
      }
      const parts = ['panels', 'templating', 'uid'];
      const patch = patchOf(omit(made, ...parts), omit(this.#raw, ...parts));
      if (patch !== undefined && Object.keys(patch).length > 0) {
        isDone = false;
        this.patch = { ...this.patch, ...patch };
      }
      this.made = made;
      if (isDone) return;
    }
    this.made = this.#emitted();
  }

  #completeVariables(): void {
    const made = listOf(rawAt(this.#emitted(), 'templating').list);
    this.variables.forEach((draft, i) => {
      const has = made[i];
      const patch = has && patchOf(has, draft.raw);
      if (patch !== undefined && Object.keys(patch).length === 0) return;
      const { name: id, ...rest } = draft.raw;
      draft.code = call('textVariable', json(String(id ?? '')), object({ raw: json(rest) }));
      this.#declare(draft.raw, draft.constant, draft.code);
    });
  }
}
