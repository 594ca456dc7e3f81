import { type Color, copyOf, encodePng, outline, type Shot } from '../../preview/index.ts';
import type { ComparedPanel } from './compared-panels.ts';

const COLORS: Readonly<Record<ComparedPanel['state'], Color>> = {
  added: [46, 160, 67],
  removed: [248, 81, 73],
  changed: [227, 160, 8],
};

/**
 * The picture with a frame around each panel that changed, as PNG: green for a new one, red for one that is gone, amber
 * for the others.
 *
 * @param idOf of a changed panel in this version; `undefined` where it is not in it
 */
export function outlined(
  { picture, panels }: Shot,
  changed: readonly ComparedPanel[],
  idOf: (panel: ComparedPanel) => number | undefined,
): Buffer {
  const copy = copyOf(picture);
  for (const panel of changed) {
    const id = idOf(panel);
    for (const { box } of panels.filter((each) => each.id === id)) {
      outline(copy, box, COLORS[panel.state]);
    }
  }
  return encodePng(copy);
}
