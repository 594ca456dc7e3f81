import ICONS from 'icons';
import { cacheStore } from 'react-inlinesvg';

/** Icons are drawn at once, from the bundle: one that came later would move what is beside it. */
export function provideIcons(): void {
  for (const [name, content] of Object.entries(ICONS)) {
    cacheStore.set(`/build/img/icons/${name}.svg`, { content, status: 'loaded' });
  }
}
