import { expect, it } from 'vitest';

import { toThresholds } from '../../../../lib/load/foreign/dashboards/to-thresholds.ts';

const step = (value: unknown) => ({ color: 'red', value });
const steps = (...values: unknown[]) => [step(null), ...values.map(step)];

it.each([
  { name: 'a stat', panel: { type: 'stat' }, defaults: { thresholds: { steps: steps(1, 2) } } },
  {
    name: 'a graph that draws them',
    panel: { type: 'timeseries' },
    defaults: {
      custom: { thresholdsStyle: { mode: 'line' } },
      thresholds: { mode: 'absolute', steps: steps(1, 2) },
    },
  },
])('reads those of $name', ({ panel, defaults }) => {
  expect(toThresholds(panel, defaults)).toEqual({
    mode: 'absolute',
    base: 'red',
    steps: [
      { from: 1, color: 'red' },
      { from: 2, color: 'red' },
    ],
  });
});

it.each([
  { name: 'a graph', panel: { type: 'timeseries' }, defaults: { thresholds: { steps: steps(1) } } },
  { name: 'a table', panel: { type: 'table' }, defaults: { thresholds: { steps: steps(1) } } },
  {
    name: 'a stat of one colour',
    panel: { type: 'stat' },
    defaults: { color: { mode: 'fixed' }, thresholds: { steps: steps(1) } },
  },
  {
    name: 'a stat as Grafana makes it',
    panel: { type: 'stat' },
    defaults: { thresholds: { steps: steps(80) } },
  },
  {
    name: 'percent of an axis',
    panel: { type: 'gauge' },
    defaults: { thresholds: { mode: 'percentage', steps: steps(50) } },
  },
  { name: 'nonsense', panel: { type: 'stat' }, defaults: { thresholds: { steps: [1, 'a'] } } },
  { name: 'nothing', panel: { type: 'stat' }, defaults: {} },
])('passes over those of $name', ({ panel, defaults }) => {
  expect(toThresholds(panel, defaults)).toBeUndefined();
});
