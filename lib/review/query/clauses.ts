import type { Aggregate, Binary, Matching } from '../../promql/index.ts';
import { code, listed } from '../wording.ts';
import type { TreeChange } from './difference.ts';

/** What differs between the labels that two aggregations keep. */
export function groupingChanges(a: Aggregate, b: Aggregate): TreeChange[] {
  const [from, to] = [a.grouping, b.grouping];
  const labelsOf = (grouping: Aggregate['grouping']) => grouping?.labels ?? [];
  const kindOf = (grouping: Aggregate['grouping']) =>
    grouping?.kind === 'without' ? 'without' : 'by';
  const say = (message: string): TreeChange => ({ kind: 'expression-aggregation', message });
  if (kindOf(from) !== kindOf(to)) {
    return [
      say(
        `aggregation ${clause(kindOf(from), labelsOf(from))} to ${clause(kindOf(to), labelsOf(to))}`,
      ),
    ];
  }
  const { added, dropped } = apart(labelsOf(from), labelsOf(to));
  const names = (labels: readonly string[]) => listed(labels.map(code));
  return [
    ...(added.length === 0 ? [] : [say(`aggregation ${kindOf(to)} ${names(added)} added`)]),
    ...(dropped.length === 0 ? [] : [say(`aggregation ${kindOf(to)} ${names(dropped)} dropped`)]),
  ];
}

function clause(kind: string, labels: readonly string[]): string {
  return code(`${kind} (${labels.join(', ')})`);
}

function apart(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly dropped: readonly string[] } {
  return {
    added: after.filter((label) => !before.includes(label)),
    dropped: before.filter((label) => !after.includes(label)),
  };
}

/** What differs between the ways in which two operators match series. */
export function joinChanges(a: Binary, b: Binary): TreeChange[] {
  const [from, to] = [matchingText(a.matching), matchingText(b.matching)];
  if (from === to) return [];
  const message =
    from === ''
      ? `join ${code(to)} added`
      : to === ''
        ? `join ${code(from)} dropped`
        : `join ${code(from)} to ${code(to)}`;
  return [{ kind: 'expression-join', message }];
}

/** Sorted: the order of the labels says nothing. */
function matchingText(matching: Matching | undefined): string {
  if (matching === undefined) return '';
  const labels = (all: readonly string[]) => [...all].sort().join(', ');
  const { kind, group, fill } = matching;
  const fills = fill === undefined ? '' : ` fill ${JSON.stringify(fill)}`;
  const side = group === undefined ? '' : ` group_${group.side}(${labels(group.include)})`;
  return `${kind}(${labels(matching.labels)})${side}${fills}`;
}

/** What a number means that is given to a function. */
export function argumentName(func: string, index: number): string | undefined {
  return ARGUMENTS[func]?.[index];
}

const ARGUMENTS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  histogram_quantile: ['quantile'],
  quantile_over_time: ['quantile'],
  clamp_min: [undefined, 'minimum'],
  clamp_max: [undefined, 'maximum'],
  clamp: [undefined, 'minimum', 'maximum'],
  round: [undefined, 'rounded to'],
  predict_linear: [undefined, 'seconds ahead'],
};
