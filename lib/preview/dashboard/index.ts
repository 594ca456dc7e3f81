export { type AskedSource, datasourceOf } from './datasource-of.ts';
export {
  panelOf,
  type ReadAnnotation,
  type ReadDashboard,
  readDashboard,
  type ReadPanel,
  type ReadTarget,
  type ReadVariable,
} from './read-dashboard.ts';
export { panelSpan, spanOf } from './shown-span.ts';
