export { type Browser, launchBrowser, logOf, Page, type PageLog } from './browser/index.ts';
export {
  type ContentAlert,
  type ContentDatasource,
  contentOf,
  contentSystem,
  type ContentSystem,
  type DashboardJson,
  type PreviewContent,
} from './content/index.ts';
export { type OpenData, type PreviewData, runningPrometheus, Worlds } from './data/index.ts';
export {
  type Color,
  compareShots,
  copyOf,
  encodePng,
  openPreview,
  outline,
  type Photograph,
  photograph,
  type PixelCount,
  type Shot,
  shotOf,
} from './pictures/index.ts';
export type { Drawn, DrawnPanel, OpenRequest, PreviewState } from './protocol.ts';
export {
  type PreviewOptions,
  type PreviewServer,
  type PreviewUpdate,
  startPreviewServer,
} from './start-preview-server.ts';
