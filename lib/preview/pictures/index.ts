export { type ComparedShots, compareShots, type PixelCount, type Shot } from './compare.ts';
export { outline } from './outline.ts';
export { openPreview, type Photograph, photograph, shotOf } from './photograph.ts';
export { type Color, copyOf, decodePng, encodePng, type Picture } from './picture.ts';
