export type {
  Action,
  Command,
  Field,
  If,
  Node,
  Operand,
  Pipeline,
  Range,
  Template,
  TemplateCall,
  TextNode,
  With,
} from './ast.ts';
export { type Dialect, functionSpec } from './dialect.ts';
export type { AppliedFunction, FunctionUse, LabelUse, ValueUse } from './flow/index.ts';
export type { FunctionSpec } from './function-spec.ts';
export { type ParsedTemplate, parseTemplate, refusalsIn } from './parser.ts';
export type { KnownText, QueryText } from './query-text.ts';
export { type AlertData, type Rendered, renderTemplate } from './render/index.ts';
export type { Effect, TemplateError } from './template-error.ts';
export type { LabelSource } from './type.ts';
export { functionUses, labelUses, queryUses, valueUses } from './uses.ts';
