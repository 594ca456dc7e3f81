export { ofAnyLength } from './any-length.ts';
export { call, type Code, type Entry, json, list, method, name, namesIn, object } from './code.ts';
export { evaluate, type Scope } from './evaluate.ts';
export { identifierOf, Identifiers } from './identifiers.ts';
export { lineComment, printCode, printJson, propertyName } from './print-code.ts';
export { commentText, quoted } from './quoted.ts';
export {
  formatted,
  type Formatting,
  FORMATTING,
  type ModuleSpec,
  sourceText,
  type Statement,
} from './source-text.ts';
