import { expect, it } from 'vitest';

import { alertPanels, placePanels, row, stat, timeseries } from '../../lib/model/index.ts';
import { alertOn, dashboardOf, m, systemOf } from './shop.ts';

const high = alertOn(m.queue_depth.max().gt(9), 'critical', 'High');
const elevated = alertOn(m.queue_depth.max().gt(5), 'warning', 'Elevated');
const memory = alertOn(m.memory_bytes.max().gt(9), 'warning', 'Memory');

it('finds the panel that draws each alert, the first of several', () => {
  const first = dashboardOf([timeseries('Depth', '').alert(high).alert(elevated)], {
    uid: 'first',
  });
  const second = dashboardOf([stat('Depth', '').alert(high), stat('Memory', '').alert(memory)], {
    uid: 'second',
  });
  const idOf = (board: typeof first, at: number) => placePanels(board)[0]?.panels[at]?.id;
  const depth = {
    dashboardUid: 'first',
    panelId: idOf(first, 0),
    dashboardFile: 'dashboards/shop/first.ts',
  };
  expect(Object.fromEntries(alertPanels(systemOf(first, second)))).toEqual({
    High: depth,
    Elevated: depth,
    Memory: {
      dashboardUid: 'second',
      panelId: idOf(second, 1),
      dashboardFile: 'dashboards/shop/second.ts',
    },
  });
});

it('finds nothing where a panel only asks the same', () => {
  const board = dashboardOf([], { rows: [row('R', [stat('Depth', '').query(high)])] });
  expect(alertPanels(systemOf(board)).size).toBe(0);
});

it('finds the panel that is linked from an alert it does not draw', () => {
  const board = dashboardOf([
    timeseries('Depth', '').query(m.queue_depth.max()),
    timeseries('Depth, by queue', '').query(m.queue_depth).linkedFrom(high, memory),
  ]);
  const panel = {
    dashboardUid: board.uid,
    panelId: placePanels(board)[0]?.panels[1]?.id,
    dashboardFile: 'dashboards/shop/shop.ts',
  };
  expect(Object.fromEntries(alertPanels(systemOf(board)))).toEqual({ High: panel, Memory: panel });
});
