export { contentOf, contentSystem } from './content-of.ts';
export type {
  ContentAlert,
  ContentDatasource,
  ContentSystem,
  DashboardJson,
  PreviewContent,
} from './preview-content.ts';
