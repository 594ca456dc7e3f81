import type { Where } from '../diagnostics/index.ts';
import type { Place } from './source-places.ts';

/**
 * A place that is looked up when somebody reads it: most are never printed, and a lookup reads a source map.
 *
 * @param file where no better place is found
 */
export function lazyWhere(
  find: () => Place | undefined,
  file: string,
  path: readonly string[],
): Where {
  let place: Partial<Place> | undefined;
  const found = () => (place ??= find() ?? {});
  return {
    get file() {
      return found().file ?? file;
    },
    get line() {
      return found().line as number;
    },
    get column() {
      return found().column as number;
    },
    path,
  };
}
