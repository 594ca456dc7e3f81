export { pageFolder } from './page-folder.ts';
export { type PreviewRequest, runPreview } from './run-preview.ts';
