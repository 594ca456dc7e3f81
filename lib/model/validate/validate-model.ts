import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Project } from '../project.ts';
import { checkAcross, facesOf } from './across.ts';
import { validateSystem } from './validate-system.ts';

/** What is wrong with the dashboards of a project that their types cannot refuse. */
export function validateModel({ systems }: Project): Diagnostic[] {
  const across = checkAcross(systems.flatMap(facesOf)).map(({ problem }) => problem);
  return [...across, ...systems.flatMap(validateSystem)];
}
