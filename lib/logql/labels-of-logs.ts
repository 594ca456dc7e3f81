import type { Comparison, Condition, LabelFormat, LabelList, Logs, Matcher, Stage } from './ast.ts';
import {
  either,
  type LabelSet,
  NOTHING_KNOWN,
  type Presence,
  presenceIn,
  withLabel,
  without,
} from './label-set.ts';
import { matchesEmpty } from './regex.ts';
import { hasVariables } from './variables.ts';

/** The labels of the lines that come out of a pipeline. Streams may carry any. */
export function labelsOfLogs({ matchers, stages }: Logs): LabelSet {
  const selected = matchers.reduce(afterMatcher, NOTHING_KNOWN);
  return stages.reduce(afterStage, selected);
}

function afterMatcher(set: LabelSet, { label, op, value }: Matcher | StringComparison): LabelSet {
  const presence = wanted(op, value);
  return presence === undefined || hasVariables(label.name)
    ? set
    : withLabel(set, label.name, presence);
}

type StringComparison = Pick<Comparison, 'label' | 'op' | 'value'>;

/** What a comparison says of the label it lets through; nothing when it may be there or not. */
function wanted(op: Comparison['op'], value: string): Presence | undefined {
  if (hasVariables(value)) return undefined;
  switch (op) {
    case '=':
      return value === '' ? 'impossible' : 'guaranteed';
    case '!=':
      return value === '' ? 'guaranteed' : undefined;
    case '=~':
      return matchesEmpty(value) ? undefined : 'guaranteed';
    case '!~':
      return matchesEmpty(value) ? 'guaranteed' : undefined;
    default:
      return undefined;
  }
}

function afterStage(set: LabelSet, stage: Stage): LabelSet {
  switch (stage.kind) {
    case 'line-filter':
    case 'line-format':
    case 'decolorize':
    case 'unwrap':
      return set;
    case 'variable':
      return NOTHING_KNOWN;
    case 'parser':
      // It makes labels of the line, and leaves those that are there.
      return { open: true, labels: new Map([...set.labels].filter(isGuaranteed)) };
    case 'label-filter':
      return afterCondition(set, stage.condition);
    case 'label-format':
      return stage.formats.reduce(afterFormat, set);
    case 'drop':
      return stage.labels.reduce(afterDrop, set);
    case 'keep':
      return afterKeep(set, stage.labels);
  }
}

function isGuaranteed([, presence]: readonly [string, Presence]): boolean {
  return presence === 'guaranteed';
}

function afterCondition(set: LabelSet, condition: Condition): LabelSet {
  switch (condition.kind) {
    case 'and':
      return afterCondition(afterCondition(set, condition.left), condition.right);
    case 'or':
      return either(afterCondition(set, condition.left), afterCondition(set, condition.right));
    case 'comparison':
      if (condition.type === 'string') return afterMatcher(set, condition);
      // A line without the label does not pass a comparison with a number.
      return condition.type === 'ip' || hasVariables(condition.label.name)
        ? set
        : withLabel(set, condition.label.name, 'guaranteed');
  }
}

function afterFormat(set: LabelSet, { label, from }: LabelFormat['formats'][number]): LabelSet {
  if ('template' in from) return withLabel(set, label.name, 'possible');
  const source = presenceIn(set, from.name);
  const before = presenceIn(set, label.name);
  const presence = source === 'impossible' || source === before ? before : merged(source, before);
  return without(withLabel(set, label.name, presence), [from]);
}

function merged(source: Presence, before: Presence): Presence {
  return source === 'guaranteed' || before === 'guaranteed' ? 'guaranteed' : 'possible';
}

function afterDrop(set: LabelSet, { label, matcher }: LabelList['labels'][number]): LabelSet {
  if (matcher === undefined) return without(set, [label]);
  return presenceIn(set, label.name) === 'impossible'
    ? set
    : withLabel(set, label.name, 'possible');
}

function afterKeep(set: LabelSet, labels: LabelList['labels']): LabelSet {
  if (labels.some(({ label }) => hasVariables(label.name))) return NOTHING_KNOWN;
  const kept = labels.map(({ label, matcher }) => {
    const before = presenceIn(set, label.name);
    return [label.name, matcher && before === 'guaranteed' ? 'possible' : before] as const;
  });
  return { open: false, labels: new Map(kept) };
}
