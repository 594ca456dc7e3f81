import { expect, it } from 'vitest';

import { readDashboard } from '../../../../lib/load/foreign/dashboards/read-dashboard.ts';
import { applyFixes } from '../../../../lib/load/index.ts';

const classic = (rest: object) =>
  JSON.stringify({
    panels: [],
    templating: {
      list: [
        {
          name: 'v',
          type: 'query',
          datasource: { type: 'prometheus' },
          query: 'label_values(up, job)',
          ...rest,
        },
      ],
    },
  });

const v2 = (refresh: string) =>
  JSON.stringify({
    apiVersion: 'dashboard.grafana.app/v2beta1',
    metadata: { name: 'd' },
    spec: {
      elements: {},
      variables: [
        {
          kind: 'QueryVariable',
          spec: {
            name: 'v',
            query: {
              kind: 'DataQuery',
              group: 'prometheus',
              spec: { __legacyStringValue: 'label_values(up, job)' },
            },
            refresh,
          },
        },
      ],
    },
  });

const found = (text: string) => readDashboard({ file: 'd.json', guessed: false }, text).diagnostics;

it.each([
  { name: 'a classic dashboard', of: classic({ refresh: 0 }), is: classic({ refresh: 2 }) },
  { name: 'version 2', of: v2('never'), is: v2('onTimeRangeChanged') },
])('a variable of $name that is never asked for again', ({ of, is }) => {
  const diagnostics = found(of);
  expect(diagnostics.map(({ code }) => code)).toEqual(['dashboard-file/never-refreshed']);
  expect(applyFixes(of, diagnostics).text).toBe(is);
  expect(found(is)).toEqual([]);
});

it.each([
  { name: 'one that is asked for on load', of: classic({ refresh: 1 }) },
  { name: 'one that says nothing', of: classic({}) },
  { name: 'one of another datasource', of: classic({ refresh: 0, datasource: { type: 'mysql' } }) },
  { name: 'one without a query', of: classic({ refresh: 0, type: 'custom' }) },
  { name: 'one that is asked for on load, of version 2', of: v2('onDashboardLoad') },
])('has nothing against $name', ({ of }) => {
  expect(found(of)).toEqual([]);
});
