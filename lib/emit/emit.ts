import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { Project, System } from '../model/index.ts';
import { stackFile } from './generated.ts';
import type { Artifact } from './target.ts';
import { TARGETS } from './targets/index.ts';

/** What one target made of a system, or a part of it. */
export interface Emitted extends Result<readonly Artifact[]> {
  readonly target: string;
}

/** All output of a system, a target or a part of it at a time, so that it can be written and dropped. */
export function* emitSystem(system: System, project: Project): Generator<Emitted, void, undefined> {
  const makers = new Map<string, string>();
  for (const target of TARGETS) {
    const parts = target.parts?.(system, project) ?? [target.emit(system, project)];
    for (const { value, diagnostics } of parts) {
      const clashes = value.flatMap(({ path }): Diagnostic[] => {
        const earlier = makers.get(path);
        makers.set(path, target.name);
        return earlier === undefined ? [] : [pathClash(path, earlier, target.name, system)];
      });
      yield { target: target.name, value, diagnostics: [...diagnostics, ...clashes] };
    }
  }
}

function pathClash(path: string, earlier: string, later: string, system: System): Diagnostic {
  const makers = earlier === later ? `\`${later}\` twice` : `\`${earlier}\` and \`${later}\``;
  return {
    code: 'emit/path-clash',
    severity: 'error',
    message: `\`${path}\` is written by ${makers}, so that one of the files would be lost`,
    where: { file: stackFile(system), path: [`stack ${system.name}`] },
  };
}
