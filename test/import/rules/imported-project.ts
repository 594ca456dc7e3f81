import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { loadProject } from '../../../lib/cli/compile.ts';
import prometheusRules from '../../../lib/emit/targets/prometheus-rules.ts';
import type { ImportPlan } from '../../../lib/import/index.ts';
import { importRules, stamped } from '../../../lib/import/index.ts';
import type { System } from '../../../lib/model/index.ts';

/** A folder into which tests import, as the command does. */
export class ImportedProject {
  readonly root = mkdtempSync(path.join(tmpdir(), 'dashc-import-'));

  /** Imports a rule file as the system `shop`. */
  async rules(text: string): Promise<ImportPlan> {
    const plan = await importRules({
      sources: [{ name: 'rules.yaml', text }],
      system: 'shop',
      present: existsSync(path.join(this.root, 'systems')) ? this.load().system : undefined,
      existing: (file) => this.read(file),
      formatting: undefined,
      upgrade: false,
    });
    this.write(plan);
    return plan;
  }

  write({ files }: ImportPlan): void {
    for (const { path: file, text, once, merged } of files) {
      const target = path.join(this.root, file);
      if (once === true && existsSync(target)) continue;
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, merged === true ? text : stamped(text));
    }
  }

  read(file: string): string | undefined {
    const target = path.join(this.root, file);
    return existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  }

  load(): { readonly system: System } {
    const { value: project, diagnostics } = loadProject(this.root, 'shop');
    const [system] = project.systems;
    if (system === undefined || diagnostics.length > 0) {
      throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    }
    return { system };
  }

  /** The rule files that the imported sources make. */
  built(): string {
    const { system } = this.load();
    return prometheusRules
      .emit(system)
      .value.map(({ text }) => text)
      .join('---\n');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
