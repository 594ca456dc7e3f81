import { expectTypeOf, test } from 'vitest';

import { byName, heatmap, type Panel, stat, table, timeseries } from '../../../lib/model/index.ts';
import { alertOn, m } from '../shop.ts';

test('options are those of the panel type', () => {
  expectTypeOf(stat('s', '').options({ graphMode: 'none' })).toEqualTypeOf<Panel<'stat'>>();
  // @ts-expect-error -- a stat draws no lines
  stat('s', '').options({ draw: 'line' });
  // @ts-expect-error -- not a reducer
  stat('s', '').options({ calcs: ['lastNotNul'] });
});

test('overrides are the standard options and those of the panel type', () => {
  timeseries('t', '').override(byName('x'), { lineWidth: 2, unit: 's' });
  // @ts-expect-error -- a heatmap has no line width
  heatmap('h', '').override(byName('x'), { lineWidth: 2 });
  // @ts-expect-error -- misspelled
  table('t', '').override(byName('x'), { algin: 'left' });
});

test('units, colours and durations are closed', () => {
  // @ts-expect-error -- not a unit of Grafana
  stat('s', '').unit('secs');
  // @ts-expect-error -- not a colour of Grafana
  stat('s', '').color('grean');
  // @ts-expect-error -- not a duration
  stat('s', '').minInterval('5 minutes');
});

test('the legend of an alert names its labels', () => {
  timeseries('t', '').alert(byQueue, '{{queue}}');
  // @ts-expect-error -- the alert does not carry `route`
  timeseries('t', '').alert(byQueue, '{{route}}');
});

const byQueue = alertOn(m.queue_depth.sumBy('queue').gt(5));
