import { availableIconsIndex } from '@grafana/data';
import ICONS from 'icons';
import { cacheStore } from 'react-inlinesvg';

/** Icons are drawn at once, from the bundle: one that came later would move what is beside it. */
export function provideIcons(): void {
  for (const [name, content] of Object.entries({ ...missing(), ...ICONS, ...mirrored() })) {
    cacheStore.set(`/build/img/icons/${name}.svg`, { content, status: 'loaded' });
  }
}

/** The package lacks some that its own components draw: nothing is drawn for them, and nothing asked for. */
function missing(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(availableIconsIndex).flatMap((name) =>
      ['unicons', 'solid', 'mono'].map((folder) => [
        `${folder}/${name}`,
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>',
      ]),
    ),
  );
}

/** The way back in the time picker is among the missing ones, the way forth is not. */
function mirrored(): Record<string, string> {
  const right = ICONS['unicons/angle-double-right'] ?? '';
  return {
    'unicons/angle-double-left': right.replace(
      /(<svg[^>]*>)(.*)(<\/svg>)/s,
      '$1<g transform="matrix(-1 0 0 1 24 0)">$2</g>$3',
    ),
  };
}
