import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type {
  Dashboard,
  Loaded,
  Locate,
  Project,
  RuleGroup,
  System,
  SystemDefinition,
  World,
} from '../model/index.ts';
import { type Authoring, ContentModules, type ModuleSources } from './content-modules.ts';
import { checkExport, type ContentKind } from './exported.ts';
import { type Content, type ContentFiles, findContent } from './find-content.ts';
import { lazyWhere } from './lazy-where.ts';
import { SourcePlaces } from './source-places.ts';
import { StackPlaces } from './stack-places.ts';
import { stackProblems } from './stack-problems.ts';
import { toDiagnostics } from './thrown.ts';

export interface LoadOptions {
  /** Absolute path of the folder that holds `systems`, `dashboards` and `alerts`. */
  readonly root: string;
  readonly authoring: Authoring;
  /** Load this system only. It has to exist. Default: all. */
  readonly system?: string;
  /** Not these: all is known of them. Default: none. */
  readonly except?: ReadonlySet<string>;
}

export interface LoadResult extends Result<Project> {
  /** Number of files that were evaluated. */
  readonly files: number;
  /** What each system was made of, by its name; files relative to the root. */
  readonly sources: ReadonlyMap<string, ModuleSources>;
}

/**
 * Evaluates the content files and makes a project of what could be evaluated. Types are not checked here.
 *
 * @throws BugError
 */
export function load({ root, authoring, system, except }: LoadOptions): LoadResult {
  const content = findContent(root);
  const modules = new ContentModules(authoring);
  const loader = new Loader(root, modules);
  const { stackTraceLimit } = Error;
  // The frame of the content file may be far below that of a library which threw.
  Error.stackTraceLimit = 100;
  try {
    const wanted = content.systems.filter(
      ({ name }) => (system === undefined || name === system) && except?.has(name) !== true,
    );
    const systems = wanted.flatMap((files) => loader.system(files));
    return {
      value: Object.freeze({ systems: Object.freeze(systems) }),
      diagnostics: [...loader.diagnostics, ...(system === undefined ? orphansOf(content) : [])],
      files: modules.size,
      sources: new Map(wanted.map((files) => [files.name, loader.sourcesOf(files)])),
    };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

class Loader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #root: string;
  readonly #modules: ContentModules;
  readonly #places: SourcePlaces;
  /** A file that fails fails everybody who imports it, with the same error: it is reported once. */
  readonly #reported = new Set<unknown>();

  constructor(root: string, modules: ContentModules) {
    this.#root = root;
    this.#modules = modules;
    this.#places = new SourcePlaces(root, modules);
  }

  /** The system, if its index could be loaded. */
  system({ name, index, dashboards, groups, world: scenarios }: ContentFiles): System[] {
    const definition = this.#exported<SystemDefinition>(index, 'system');
    const contents = {
      dashboards: Object.freeze(dashboards.flatMap((f) => this.#loaded<Dashboard>(f, 'dashboard'))),
      groups: Object.freeze(groups.flatMap((f) => this.#loaded<RuleGroup>(f, 'group'))),
    };
    const [world] = scenarios === undefined ? [] : this.#loaded<World>(scenarios, 'world');
    if (definition === undefined) return [];
    const { stack, metrics, allow, house } = definition;
    const places = new StackPlaces(this.#root, name);
    this.diagnostics.push(...stackProblems(stack, name, places));
    const placed = allow.map((each) => ({
      ...each,
      where: { file: index, path: [`system ${name}`, `allow ${each.code}`] },
    }));
    const facts = { name, stack, whereInStack: places.whereOf, metrics, allow: placed, house };
    return [Object.freeze({ ...facts, ...contents, ...(world && { world }) })];
  }

  sourcesOf({ index, dashboards, groups, world }: ContentFiles): ModuleSources {
    const roots = [index, ...dashboards, ...groups, ...(world === undefined ? [] : [world])];
    const made = this.#modules.sourcesOf(roots.map((file) => path.join(this.#root, file)));
    const relative = (file: string) => this.#places.relative(file);
    return { ...made, files: made.files.map(relative), data: made.data.map(relative) };
  }

  #loaded<T>(file: string, kind: ContentKind): Loaded<T>[] {
    const value = this.#exported<T>(file, kind);
    if (value === undefined) return [];
    const locate: Locate = (site, where) =>
      site === undefined
        ? { file, path: where }
        : lazyWhere(() => this.#places.placeOf(site), file, where);
    return [Object.freeze({ value, file, name: path.basename(file, '.ts'), locate })];
  }

  #exported<T>(file: string, kind: ContentKind): T | undefined {
    try {
      const absolute = path.join(this.#root, file);
      const exported = this.#modules.evaluate(absolute);
      const wrong = checkExport(exported, kind, file, () => readFileSync(absolute, 'utf8'));
      if (wrong === undefined) return exported.default as T;
      this.diagnostics.push(wrong);
    } catch (error) {
      if (!this.#reported.has(error)) {
        this.diagnostics.push(...toDiagnostics(error, file, this.#places));
      }
      this.#reported.add(error);
    }
    return undefined;
  }
}

function orphansOf({ orphans }: Content): Diagnostic[] {
  return orphans.map((folder) => {
    const name = path.posix.basename(folder);
    return {
      code: 'load/no-system',
      severity: 'error',
      message: `\`${folder}\` belongs to no system`,
      hint: `create \`systems/${name}/index.ts\``,
      where: { file: folder, path: [] },
    };
  });
}
