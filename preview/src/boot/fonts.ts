/** What is drawn with: text on canvases is measured once, so all of it has to be there before. */
const FACES = [
  '400 12px Inter',
  '500 12px Inter',
  'italic 400 12px Inter',
  '400 12px "Roboto Mono"',
];

/** Waits for the fonts that the styles on the page declare; without one of them, the system's is drawn. */
export async function loadFonts(): Promise<void> {
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
  await document.fonts.ready;
}
