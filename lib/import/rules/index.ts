export { importRules } from './import-rules.ts';
export { type NormalGroup, type NormalRule, normalRules } from './normal-rules.ts';
export { readRules } from './read-rules.ts';
