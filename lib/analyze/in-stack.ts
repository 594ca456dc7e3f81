import type { Where } from '../diagnostics/index.ts';
import type { System } from '../model/index.ts';

/** The place of a part of a system's stack: `inStack(system, ['alertmanager', 'route', 'routes', '0'])`. */
export function inStack({ name, whereInStack }: System, keys: readonly string[]): Where {
  const file = `systems/${name}/stack.ts`;
  return whereInStack?.(keys) ?? { file, path: [`stack ${name}`, keys.join('.')] };
}
