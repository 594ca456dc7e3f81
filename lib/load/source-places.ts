import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Site, SourceText } from '../diagnostics/index.ts';
import type { ContentModules } from './content-modules.ts';
import { excerpt } from './excerpt.ts';

/** A place in a source file. */
export interface Place {
  /** Relative to the project's root, always with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** Maps places in the running JavaScript to the sources; a map is parsed when the first place of its file is asked for. */
export class SourcePlaces {
  readonly #root: string;
  readonly #modules: ContentModules;
  readonly #maps = new Map<string, SourceMap>();
  readonly #lines = new Map<string, readonly string[]>();

  constructor(root: string, modules: ContentModules) {
    this.#root = root;
    this.#modules = modules;
  }

  /** `undefined` for code that is not content. */
  placeOf(site: Site): Place | undefined {
    const file = site.file.startsWith('file:') ? fileURLToPath(site.file) : site.file;
    const map = this.#mapOf(file);
    if (map === undefined) return undefined;
    const entry = map.findEntry(site.line - 1, site.column - 1);
    if (!('originalLine' in entry)) return undefined;
    const [line, column] = [entry.originalLine + 1, entry.originalColumn + 1];
    return { file: this.relative(file), line, column: this.#startOfCall(file, line, column) };
  }

  /** V8 places a call of an imported function at what follows its name; people look for the name. */
  #startOfCall(file: string, line: number, column: number): number {
    const text = this.#linesOf(file)[line - 1] ?? '';
    if (text[column - 1] !== '(' && text[column - 1] !== '`') return column;
    const name = /[\w$]*$/.exec(text.slice(0, column - 1))?.[0] ?? '';
    return column - name.length;
  }

  /**
   * The innermost frame of an error's stack that is content.
   *
   * @returns `undefined` where no content file called anything: a thrown value that is not an Error, or a failed import
   */
  placeOfError(error: unknown): Place | undefined {
    if (!(error instanceof Error) || error.stack === undefined) return undefined;
    for (const [, file, line, column] of error.stack.matchAll(FRAME)) {
      const found = this.placeOf({
        file: file ?? '',
        line: Number(line),
        column: Number(column ?? 1),
      });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The line of a place, as `where.source`. */
  excerpt({ file, line, column }: Place): SourceText | undefined {
    return excerpt(this.#linesOf(path.join(this.#root, file))[line - 1], column);
  }

  relative(file: string): string {
    return path.relative(this.#root, file).split(path.sep).join('/');
  }

  #linesOf(file: string): readonly string[] {
    let lines = this.#lines.get(file);
    if (lines === undefined) {
      lines = readFileSync(file, 'utf8').split(/\r?\n/);
      this.#lines.set(file, lines);
    }
    return lines;
  }

  #mapOf(file: string): SourceMap | undefined {
    const known = this.#maps.get(file);
    if (known !== undefined) return known;
    const text = this.#modules.mapOf(file);
    if (text === undefined) return undefined;
    const map = new SourceMap(JSON.parse(text) as SourceMapPayload);
    this.#maps.set(file, map);
    return map;
  }
}

/** `at name (file:line:column)`, `at file:line:column`, and the first line of a V8 syntax error, `file:line`. */
const FRAME = /^(?: +at (?:.*? \()?)?(\/?[^()\n]+?\.ts):(\d+)(?::(\d+))?\)?$/gm;
