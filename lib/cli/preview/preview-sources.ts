import path from 'node:path';

import { type Diagnostic, renderText } from '../../diagnostics/index.ts';
import type { Project, System } from '../../model/index.ts';
import { contentOf, type ContentSystem, type PreviewContent } from '../../preview/index.ts';
import { loadProject } from '../compile.ts';
import { systemNames } from '../project-root.ts';
import { notCompiled } from './not-compiled.ts';

/** What the preview shows of the sources as they are. */
export interface LoadedSources {
  readonly project: Project;
  readonly content: PreviewContent;
  /** Why something is as it was before. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Known {
  readonly system: System;
  readonly content: ContentSystem;
}

/** Loads sources, and again only the systems that changed. Nothing is checked here: that would hold the page back. */
export class PreviewSources {
  readonly #root: string;
  readonly #only: string | undefined;
  readonly #known = new Map<string, Known>();
  /** Of the systems that could not be loaded. */
  readonly #problems = new Map<string, readonly Diagnostic[]>();

  /** @param only the system that is shown; absent: all */
  constructor(root: string, only: string | undefined) {
    this.#root = root;
    this.#only = only;
  }

  /** @param changed paths of files; absent: all */
  load(changed?: Iterable<string>): LoadedSources {
    const names = this.#only === undefined ? systemNames(this.#root) : [this.#only];
    for (const gone of [...this.#known.keys()].filter((name) => !names.includes(name))) {
      this.#known.delete(gone);
      this.#problems.delete(gone);
    }
    for (const name of this.#concerned(names, changed)) this.#load(name);
    const known = names.flatMap((name) => this.#known.get(name) ?? []);
    return {
      project: { systems: known.map(({ system }) => system) },
      content: { systems: known.map(({ content }) => content) },
      diagnostics: onceEach([...this.#problems.values()].flat()),
    };
  }

  /** What cannot be loaded whole stays as it was. */
  #load(name: string): void {
    try {
      const { value, diagnostics } = loadProject(this.#root, name);
      const [system] = value.systems;
      this.#problems.set(name, diagnostics);
      if (diagnostics.length > 0 || system === undefined) return;
      const [content] = contentOf({ systems: [system] }).systems;
      if (content !== undefined) this.#known.set(name, { system, content });
    } catch (error) {
      this.#problems.set(name, [notCompiled(error, `systems/${name}`)]);
    }
  }

  #concerned(names: readonly string[], changed: Iterable<string> | undefined): readonly string[] {
    if (changed === undefined) return names;
    const folders = new Set(
      [...changed].map((file) => path.relative(this.#root, file).split(path.sep)[1] ?? ''),
    );
    // What several systems share, or a folder of all of them.
    if (folders.has('shared') || folders.has('')) return names;
    return names.filter((name) => folders.has(name) || !this.#known.has(name));
  }
}

/** A file that systems share is broken for each of them. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const texts = diagnostics.map((each) => [renderText([each], false), each] as const);
  return [...new Map(texts).values()];
}
