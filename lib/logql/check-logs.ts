import type { Condition, Logs, Matcher, ParserStage, Stage } from './ast.ts';
import { filterPatternProblem, patternProblem } from './line-pattern.ts';
import { type LogqlError, logqlError } from './logql-error.ts';
import { groupNames, matchesEmpty, regexProblem } from './regex.ts';
import { hasVariables, replaceVariables } from './variables.ts';

/** What Loki refuses in a selector and its pipeline. */
export function checkLogs(logs: Logs): readonly LogqlError[] {
  return [
    ...checkSelector(logs),
    ...logs.matchers.flatMap(({ op, value, span }) => checkRegex(op, value, span)),
    ...logs.stages.flatMap(checkStage),
  ];
}

/** Streams are found by their labels: one matcher must want a label to be there. */
function checkSelector({ matchers, variables, selector }: Logs): readonly LogqlError[] {
  if (variables.length > 0 || matchers.some(wantsValue)) return [];
  const message = 'the selector takes every stream: no matcher needs a label to be there';
  return [logqlError(message, selector, 'add `label="value"` or `label=~".+"`')];
}

function wantsValue({ op, value }: Matcher): boolean {
  if (hasVariables(value)) return op === '=' || op === '=~';
  switch (op) {
    case '=':
      return value !== '';
    case '!=':
      return value === '';
    case '=~':
      return !matchesEmpty(value);
    case '!~':
      return matchesEmpty(value);
  }
}

function checkStage(stage: Stage): readonly LogqlError[] {
  switch (stage.kind) {
    case 'line-filter':
      return stage.values.flatMap(({ value, span }) =>
        stage.op === '|>' || stage.op === '!>'
          ? checkPattern(value, span)
          : checkRegex(stage.op, value, span),
      );
    case 'parser':
      return checkParser(stage);
    case 'label-filter':
      return checkCondition(stage.condition);
    case 'label-format':
      return checkTwice(stage.formats.map(({ label }) => label));
    default:
      return [];
  }
}

function checkCondition(condition: Condition): readonly LogqlError[] {
  if (condition.kind !== 'comparison') {
    return [...checkCondition(condition.left), ...checkCondition(condition.right)];
  }
  const { op, value, span, type } = condition;
  return type === 'string' ? checkRegex(op, value, span) : [];
}

function checkRegex(op: string, value: string, span: Stage['span']): readonly LogqlError[] {
  if (op !== '=~' && op !== '!~' && op !== '|~') return [];
  // What a variable brings is escaped, or the author's to answer for.
  const problem = regexProblem(replaceVariables(value, 'x'));
  if (problem === undefined) return [];
  return [logqlError(`\`${value}\` is not a regular expression of RE2: ${problem}`, span)];
}

function checkPattern(value: string, span: Stage['span']): readonly LogqlError[] {
  const problem = hasVariables(value) ? undefined : filterPatternProblem(value);
  return problem === undefined
    ? []
    : [logqlError(`\`${value}\` is not a pattern: ${problem}`, span)];
}

function checkParser({ parser, pattern, extracts, span }: ParserStage): readonly LogqlError[] {
  if (pattern === undefined) return checkTwice(extracts.map(({ label }) => label));
  if (hasVariables(pattern)) return [];
  if (parser === 'pattern') {
    const problem = patternProblem(pattern);
    return problem === undefined
      ? []
      : [logqlError(`\`${pattern}\` is not a pattern: ${problem}`, span)];
  }
  const problem = regexProblem(pattern);
  if (problem !== undefined) {
    return [logqlError(`\`${pattern}\` is not a regular expression of RE2: ${problem}`, span)];
  }
  if (groupNames(pattern).length > 0) return [];
  return [logqlError('`regexp` names no group, so it makes no label', span, 'use `(?P<label>…)`')];
}

function checkTwice(
  labels: readonly { readonly name: string; readonly span: Stage['span'] }[],
): readonly LogqlError[] {
  return labels
    .filter(({ name }, at) => labels.findIndex((label) => label.name === name) !== at)
    .map(({ name, span }) => logqlError(`\`${name}\` is made twice`, span));
}
