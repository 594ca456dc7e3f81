export { fileNamePart, writePicture } from './picture-file.ts';
export { type Studio, withStudio } from './with-studio.ts';
