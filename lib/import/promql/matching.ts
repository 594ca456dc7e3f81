import { ignoring, type Matching, on } from '../../promql/index.ts';
import { quoted } from '../source/index.ts';
import { type Built, method } from './built.ts';
import { and, carries, isSame, type LabelSet, labelSet, without } from './label-set.ts';
import { refuse, type Translation } from './translation.ts';

/** `on(…)` and `ignoring(…)` with their group modifiers. */
export function matchOf(matching: Matching, t: Translation): Built {
  if (matching.fill !== undefined) return refuse('`fill` has no typed call');
  const { kind, labels, group } = matching;
  t.uses(kind);
  const match: Built = {
    code: `${kind}(${labels.map(quoted).join(', ')})`,
    value: kind === 'on' ? on(...labels) : ignoring(...labels),
  };
  if (group === undefined) return match;
  const include = group.include.map((label): Built => ({ code: quoted(label), value: label }));
  return method(match, group.side === 'left' ? 'groupLeft' : 'groupRight', include);
}

/**
 * The labels of the result, as the types work them out.
 *
 * @throws Refusal where the compiler would refuse the two sides
 */
export function matchedLabels(
  left: LabelSet,
  right: LabelSet,
  matching: Matching | undefined,
): LabelSet {
  if (matching === undefined) {
    return isSame(left, right) ? left : refuse('the labels of the two sides differ');
  }
  const { kind, labels, group } = matching;
  const matches =
    kind === 'on'
      ? carries(left, labels) && carries(right, labels)
      : isSame(without(left, labels), without(right, labels));
  if (!matches) return refuse(`the labels of the two sides differ for \`${kind}\``);
  if (group === undefined) return kind === 'on' ? labelSet(labels) : without(left, labels);
  const [many, one] = group.side === 'left' ? [left, right] : [right, left];
  if (!carries(one, group.include)) return refuse(`\`group_${group.side}\` of a missing label`);
  return and(many, group.include);
}
