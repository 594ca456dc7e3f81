export { importDashboards, readDashboardFile } from './dashboard/index.ts';
export type {
  Importer,
  ImportPlan,
  ImportRequest,
  Kept,
  PlannedFile,
  ReceiptEntry,
  SourceText,
} from './import-plan.ts';
export { importMetrics } from './metrics/index.ts';
export { importRules, type NormalGroup, type NormalRule, normalRules } from './rules/index.ts';
export type { Formatting } from './source/index.ts';
export { isUntouched, stamped } from './stamp.ts';
