export { type GalleryContent, renderGallery } from './gallery.ts';
