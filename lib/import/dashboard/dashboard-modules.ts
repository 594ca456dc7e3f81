import type { PlannedFile } from '../import-plan.ts';
import {
  type Code,
  type Formatting,
  Identifiers,
  list,
  type ModuleSpec,
  name,
  printCode,
  sourceText,
  type Statement,
} from '../source/index.ts';
import { AUTHORING } from './authoring.ts';
import type { DashboardDraft } from './dashboard-draft.ts';
import type { RowDraft } from './drafts.ts';
import { NO_FILE_NAMES } from './file-names.ts';

/** Where the modules of a dashboard are and what they import. */
export interface ModulePlaces {
  /** `dashboards/<system>` */
  readonly folder: string;
  /** Of the dashboard's file, without extension. */
  readonly file: string;
  /** The module of `m`, from `folder`. */
  readonly systemModule: string;
  readonly library: string;
  readonly formatting: Formatting | undefined;
}

/** What the linter allows, less the head of the file. */
const MAX_LINES = 290;

/** The files of a dashboard: one, or where that would be too long, one a row and more for long rows. */
export async function dashboardModules(
  draft: DashboardDraft,
  places: ModulePlaces,
): Promise<readonly PlannedFile[]> {
  const whole = wholeModule(draft, places);
  // Formatting is most of the work: what is far too long need not be tried.
  if (estimatedLines(whole.statements) < 1.2 * MAX_LINES) {
    const text = await sourceText(whole, places.formatting);
    if (lines(text) <= MAX_LINES) return [{ path: `${places.folder}/${places.file}.ts`, text }];
  }
  return new Parts(draft, places).files();
}

function wholeModule(draft: DashboardDraft, { systemModule, library }: ModulePlaces): ModuleSpec {
  return {
    statements: [
      ...variableStatements(draft, false),
      ...draft.rows.map((row): Statement => {
        return { kind: 'const', name: row.constant, code: draft.rowCode(row) };
      }),
      { kind: 'default', code: draft.dashboardCode((row) => name(row.constant)) },
    ],
    origins: origins(library, systemModule),
  };
}

function variableStatements(draft: DashboardDraft, exported: boolean): readonly Statement[] {
  return draft.variables.map(({ constant, code }) => {
    return { kind: 'const', name: constant, code, exported };
  });
}

function origins(library: string, systemModule: string): Map<string, string> {
  const names = [...AUTHORING.keys(), ...BUILDERS];
  return new Map([...names.map((each) => [each, library] as const), ['m', systemModule] as const]);
}

/** What typed expressions call of the library. */
const BUILDERS = [
  ...['allOf', 'any', 'ignoring', 'matches', 'matchesNot', 'not', 'number', 'on', 'promql'],
  ...['promqlOf', 'time', 'vector', 'recorded'],
];

/** Files of their own for the variables and the rows of a long dashboard. */
class Parts {
  readonly #draft: DashboardDraft;
  readonly #places: ModulePlaces;
  readonly #folder: string;
  readonly #files: PlannedFile[] = [];
  readonly #taken = new Identifiers(['variables', ...NO_FILE_NAMES]);
  readonly #origins: Map<string, string>;

  constructor(draft: DashboardDraft, places: ModulePlaces) {
    this.#draft = draft;
    this.#places = places;
    this.#folder = `${places.folder}/parts/${places.file}`;
    const up = (path: string) => (path.startsWith('../') ? `../../${path}` : path);
    this.#origins = origins(up(places.library), up(places.systemModule));
    for (const { constant } of draft.variables) this.#origins.set(constant, './variables.ts');
  }

  async files(): Promise<readonly PlannedFile[]> {
    const { file, folder, library, systemModule, formatting } = this.#places;
    const main = origins(library, systemModule);
    const parts = `./parts/${file}`;
    if (this.#draft.variables.length > 0) {
      await this.#add('variables', variableStatements(this.#draft, true));
      for (const { constant } of this.#draft.variables) main.set(constant, `${parts}/variables.ts`);
    }
    for (const row of this.#draft.rows) {
      main.set(row.constant, `${parts}/${await this.#row(row)}.ts`);
    }
    const statements: Statement[] = [
      { kind: 'default', code: this.#draft.dashboardCode((row) => name(row.constant)) },
    ];
    const text = await sourceText({ statements, origins: main }, formatting);
    const anyLength = lines(text) > MAX_LINES;
    return [
      {
        path: `${folder}/${file}.ts`,
        text: anyLength
          ? await sourceText({ statements, origins: main, anyLength }, formatting)
          : text,
      },
      ...this.#files,
    ];
  }

  /** @returns the name of its file */
  async #row(row: RowDraft): Promise<string> {
    const codes = this.#draft.panelCodes(row);
    const groups = packed(codes);
    const base = this.#taken.next(kebab(row.constant));
    if (groups.length <= 1) {
      const statement = { code: this.#draft.rowCode(row, codes), name: row.constant };
      const statements = [{ kind: 'const', exported: true, ...statement }] as const;
      if (await this.#try(base, statements)) return base;
      if (codes.length <= 1) {
        await this.#add(base, statements);
        return base;
      }
    }
    const lists = await this.#lists(row, base, groups.length > 1 ? groups : halves(codes));
    const code = this.#draft.rowCode(
      row,
      lists.map((each) => ({ kind: 'spread', of: name(each) })),
    );
    await this.#add(base, [{ kind: 'const', name: row.constant, exported: true, code }]);
    return base;
  }

  /** Files that hold some panels of a row each. */
  async #lists(
    row: RowDraft,
    base: string,
    groups: readonly (readonly Code[])[],
  ): Promise<readonly string[]> {
    const names: string[] = [];
    const open = [...groups];
    let constant = this.#taken.next(`${row.constant}Panels`);
    let file = this.#taken.next(`${base}-panels`);
    for (let group = open.shift(); group !== undefined; group = open.shift()) {
      const code = list(group);
      const statement = { kind: 'const', exported: true, name: constant, code } as const;
      if (!(await this.#try(file, [statement]))) {
        if (group.length > 1) {
          open.unshift(...halves(group));
          continue;
        }
        await this.#add(file, [statement]);
      }
      this.#origins.set(constant, `./${file}.ts`);
      names.push(constant);
      if (open.length === 0) break;
      constant = this.#taken.next(`${row.constant}Panels`);
      file = this.#taken.next(`${base}-panels`);
    }
    return names;
  }

  /** Adds the file if it is short enough. */
  async #try(file: string, statements: readonly Statement[]): Promise<boolean> {
    const spec = { statements, origins: this.#origins };
    const text = await sourceText(spec, this.#places.formatting);
    if (lines(text) > MAX_LINES) return false;
    this.#files.push({ path: `${this.#folder}/${file}.ts`, text });
    return true;
  }

  /** Adds the file however long it is. */
  async #add(file: string, statements: readonly Statement[]): Promise<void> {
    if (await this.#try(file, statements)) return;
    const spec = { statements, origins: this.#origins, anyLength: true };
    const text = await sourceText(spec, this.#places.formatting);
    this.#files.push({ path: `${this.#folder}/${file}.ts`, text });
  }
}

function lines(text: string): number {
  return text.split('\n').length;
}

function estimatedLines(statements: readonly Statement[]): number {
  return statements.reduce((sum, { code }) => sum + estimate(code), 0);
}

/** Lines of an expression once it is formatted, about. */
function estimate(code: Code): number {
  return Math.ceil(printCode(code).length / 25);
}

function packed(codes: readonly Code[]): readonly (readonly Code[])[] {
  const groups: Code[][] = [];
  let size = Infinity;
  for (const code of codes) {
    const more = estimate(code);
    if (size + more > MAX_LINES * 0.9) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(code);
    size += more;
  }
  return groups;
}

function halves(codes: readonly Code[]): readonly (readonly Code[])[] {
  const middle = Math.ceil(codes.length / 2);
  return [codes.slice(0, middle), codes.slice(middle)];
}

function kebab(constant: string): string {
  return constant.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
