export type { Dashboard } from './bridge.ts';
export type { JsonSchema, Literal } from './json-schema.ts';
export type { Panel, Row } from './panels.ts';
export { type SchemaError, validateDashboard } from './validate.ts';
