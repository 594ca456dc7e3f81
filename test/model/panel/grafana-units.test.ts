import * as units from '@grafana/grafana-foundation-sdk/units';
import { expect, it } from 'vitest';

import { GRAFANA_UNITS, type GrafanaUnit, unitGroup } from '../../../lib/model/index.ts';

const ours = Object.values(GRAFANA_UNITS).flat();
const theirs = Object.values(units).filter((unit) => typeof unit === 'string');

it('has every unit that the Foundation SDK knows, and no other', () => {
  expect([...ours].sort()).toEqual([...new Set(theirs)].sort());
});

it('has every unit in one group', () => {
  expect(new Set(ours).size).toBe(ours.length);
});

it.each<{ unit: GrafanaUnit; group: string | undefined }>([
  { unit: 's', group: 'time' },
  { unit: 'Bps', group: 'dataRate' },
  { unit: 'suffix: req', group: undefined },
])('$unit measures $group', ({ unit, group }) => {
  expect(unitGroup(unit)).toBe(group);
});
