export { type ImportOptions, runImport } from './run-import.ts';
