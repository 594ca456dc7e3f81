import { any } from '../../catalog/index.ts';
import { seriesOf } from '../../promql/index.ts';
import type { Handle } from './handles.ts';
import type { LabelSet } from './label-set.ts';

/**
 * The series of a recording rule that the constant `root` holds.
 *
 * @param labels those of the rule's expression
 * @param added those that the rule adds
 */
export function recordedHandle(
  name: string,
  root: string,
  labels: LabelSet,
  added: readonly string[],
): Handle {
  const handle = seriesOf(name);
  const known = labels === 'open' ? [] : [...labels, ...added];
  return {
    code: `${root}.series`,
    value: handle,
    root,
    kind: 'gauge',
    selector: handle.selector,
    labels: Object.fromEntries(known.map((label) => [label, any])),
    open: labels === 'open',
  };
}
