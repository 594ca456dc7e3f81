import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Artifact } from '../../emit/index.ts';
import { EntryWriter } from './entry-file.ts';
import type { StoredText } from './stored-artifact.ts';

/** Writes the entry of a system while its output is made. A folder or disk that refuses is no harm: nothing is kept. */
export class SystemWriter {
  readonly #texts: StoredText[] = [];
  #entry: EntryWriter | undefined;

  /** @param file the entry's */
  constructor(file: string) {
    this.#try(() => {
      mkdirSync(path.dirname(file), { recursive: true });
      this.#entry = new EntryWriter(file);
    });
  }

  add({ path: of, text, mode }: Artifact): void {
    this.#try((entry) => {
      if (entry === undefined) return;
      const stored = entry.add(text);
      this.#texts.push({ path: of, ...(mode === undefined ? {} : { mode }), ...stored });
    });
  }

  finish(known: object): void {
    this.#try((entry) => entry?.finish({ ...known, texts: this.#texts }));
  }

  commit(): void {
    this.#try((entry) => entry?.commit());
  }

  abandon(): void {
    this.#try((entry) => entry?.abandon());
    this.#entry = undefined;
  }

  #try(run: (entry: EntryWriter | undefined) => void): void {
    try {
      run(this.#entry);
    } catch {
      const entry = this.#entry;
      this.#entry = undefined;
      this.#try(() => entry?.abandon());
    }
  }
}
