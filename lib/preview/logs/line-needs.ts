import type { Comparison, Condition, LineFilter, Logs, Stage } from '../../logql/index.ts';
import { regexMatches } from '../../promql/index.ts';
import { textsMatching } from './texts-matching.ts';

/** What the lines of a query have in common. */
export interface LineNeeds {
  /** Values of the stream's labels to choose from. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Texts in each line: one of each list. */
  readonly contains: readonly (readonly string[])[];
  /** Whether a line passes all the filters that keep lines out. */
  readonly passes: (line: string) => boolean;
  /** Values of what is parsed out of the line, to choose from. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly format: 'plain' | 'json' | 'logfmt';
  /** Of `pattern`: `<ip> - <user>`. */
  readonly pattern?: string;
  /** Of `line_format`: what is shown instead. */
  readonly template?: string;
}

/** Reads from a query what its lines have to be like. */
export function lineNeeds({ matchers, stages }: Logs): LineNeeds {
  const labels = matchers.flatMap(({ label, op, value }): [string, readonly string[]][] => {
    if (op === '=' && value !== '') return [[label.name, [value]]];
    return op === '=~' ? [[label.name, textsMatching(value)]] : [];
  });
  const filters = stages.filter((stage) => stage.kind === 'line-filter');
  const parsers = stages.filter((stage) => stage.kind === 'parser');
  const parser = parsers.at(-1);
  const format = stages.findLast((stage) => stage.kind === 'line-format');
  const isJson = parser?.parser === 'json' || parser?.parser === 'unpack';
  return {
    labels: new Map(labels),
    contains: filters.flatMap(wanted),
    passes: (line) => filters.every((filter) => !isUnwanted(filter, line)),
    fields: new Map(stages.flatMap(fieldsOf)),
    format: isJson ? 'json' : parser?.parser === 'logfmt' ? 'logfmt' : 'plain',
    ...(parser?.parser === 'pattern' && parser.pattern !== undefined
      ? { pattern: parser.pattern }
      : {}),
    ...(format === undefined ? {} : { template: format.template }),
  };
}

function wanted({ op, values }: LineFilter): readonly (readonly string[])[] {
  const plain = values.filter(({ ip }) => !ip).map(({ value }) => value);
  if (op === '|=') return plain.length === 0 ? [] : [plain];
  if (op === '|~') return [plain.flatMap(textsMatching)];
  return op === '|>' ? [plain.map((pattern) => pattern.replaceAll('<_>', '1'))] : [];
}

function isUnwanted({ op, values }: LineFilter, line: string): boolean {
  if (op === '!=') return values.some(({ value }) => line.includes(value));
  return op === '!~' && values.some(({ value }) => regexMatches(`(?s).*(?:${value}).*`, line));
}

function fieldsOf(stage: Stage): [string, readonly string[]][] {
  switch (stage.kind) {
    case 'label-filter':
      return comparisonsIn(stage.condition).map((each) => [each.label.name, valuesOf(each)]);
    case 'parser':
      return stage.extracts.map(({ from }) => [from, ['1', '2', '3']]);
    case 'unwrap':
      return [[stage.label.name, ['12', '48', '125']]];
    default:
      return [];
  }
}

/** One way for the condition to hold. */
function comparisonsIn(condition: Condition): readonly Comparison[] {
  if (condition.kind === 'comparison') return [condition];
  const left = comparisonsIn(condition.left);
  return condition.kind === 'or' ? left : [...left, ...comparisonsIn(condition.right)];
}

function valuesOf({ op, value }: Comparison): readonly string[] {
  switch (op) {
    case '=':
    case '==':
      return [value];
    case '=~':
      return textsMatching(value);
    case '>':
    case '>=':
      return [scaled(value, 1.2), scaled(value, 2), scaled(value, 5)];
    case '<':
    case '<=':
      return [scaled(value, 0.2), scaled(value, 0.8)];
    case '!=':
    case '!~':
      return ['other'];
  }
}

/** `250ms` times two is `500ms`. */
function scaled(value: string, factor: number): string {
  return value.replace(/^-?\d+(?:\.\d+)?/, (digits) =>
    String(+(Number(digits) * factor).toFixed(2)),
  );
}
