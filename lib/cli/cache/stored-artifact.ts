import type { Artifact } from '../../emit/index.ts';
import { readStored, type Stored } from './entry-file.ts';

/** A text in an entry, and which file it is of. */
export interface StoredText extends Stored, Pick<Artifact, 'path' | 'mode'> {}

/** A file of a system that did not change; its text is read when somebody asks for it. */
export class StoredArtifact implements Artifact {
  readonly path: string;
  readonly sha256: string;
  declare readonly mode?: 0o755;
  readonly #file: string;
  readonly #stored: StoredText;
  readonly #remake: (path: string) => string;

  /**
   * @param file the entry
   * @param remake makes the text of a path anew, where the stored one is damaged
   */
  constructor(file: string, stored: StoredText, remake: (path: string) => string) {
    this.path = stored.path;
    this.sha256 = stored.sha256;
    if (stored.mode !== undefined) this.mode = stored.mode;
    this.#file = file;
    this.#stored = stored;
    this.#remake = remake;
  }

  get text(): string {
    return readStored(this.#file, this.#stored) ?? this.#remake(this.path);
  }
}
