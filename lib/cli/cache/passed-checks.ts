import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { removeOld } from './remove-old.ts';

/** Which checks by other programs passed, by a hash of all that was checked and of the programs. */
export class PassedChecks {
  readonly #folder: string | undefined;

  /** @param root of the project; without a `node_modules` in it nothing is kept */
  constructor(root: string) {
    const modules = path.join(root, 'node_modules');
    this.#folder = existsSync(modules)
      ? path.join(modules, '.cache', 'dashc', 'checked')
      : undefined;
  }

  has(key: string): boolean {
    return this.#folder !== undefined && existsSync(path.join(this.#folder, key));
  }

  /** A folder that refuses is no harm: it is checked again. */
  add(key: string): void {
    if (this.#folder === undefined) return;
    try {
      mkdirSync(this.#folder, { recursive: true });
      // A file that is there says all.
      writeFileSync(path.join(this.#folder, key), '');
      removeOld(this.#folder);
    } catch {
      return;
    }
  }
}
