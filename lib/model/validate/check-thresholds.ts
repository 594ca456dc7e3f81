import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Thresholds } from '../panel/index.ts';
import type { Loaded } from '../project.ts';
import { atPanel, panelsOf } from './places.ts';

/** Steps ascend: Grafana takes the last one that a value has reached, in the order that they are in. */
export function checkThresholds(loaded: Loaded<Dashboard>): Diagnostic[] {
  return panelsOf(loaded).flatMap((panel) => {
    const { field, overrides } = panel.props;
    return [field, ...overrides.map(({ standard }) => standard)].flatMap(({ thresholds }) => {
      const bad = thresholds && firstDescent(thresholds);
      return bad === undefined ? [] : [notAscending(bad, atPanel(loaded, panel))];
    });
  });
}

function firstDescent({ steps }: Thresholds): readonly [number, number] | undefined {
  for (const [i, { from, color }] of steps.entries()) {
    const next = steps[i + 1];
    if (next === undefined || next.from > from) continue;
    // A step that is there twice changes nothing.
    if (next.from !== from || next.color !== color) return [from, next.from];
  }
  return undefined;
}

function notAscending(
  [from, next]: readonly [number, number],
  where: Diagnostic['where'],
): Diagnostic {
  return {
    code: 'panel/thresholds',
    severity: 'error',
    message: `\`${next}\` comes after \`${from}\`, but thresholds ascend: one of their colours is never shown`,
    ...(next < from && { hint: 'where less is worse: `below({ warning: …, critical: … })`' }),
    where,
  };
}
