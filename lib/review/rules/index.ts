export type { PanelNames, PanelPlace } from './annotation-changes.ts';
export { diffRules, type RulesDiff } from './diff-rules.ts';
export {
  durationText,
  type ReviewedGroup,
  reviewedGroups,
  type ReviewedRule,
  type RuleFile,
  ruleName,
} from './reviewed-rules.ts';
