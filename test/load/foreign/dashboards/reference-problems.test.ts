import { expect, it } from 'vitest';

import { readDashboard } from '../../../../lib/load/foreign/dashboards/read-dashboard.ts';

const query = { refId: 'A', expr: 'up', datasource: { type: 'prometheus' } };
const expression = (rest: object) => ({ refId: 'B', datasource: { type: '__expr__' }, ...rest });
const condition = (refId: string) => ({ query: { params: [refId] } });

function messagesOf(panel: object): readonly string[] {
  const text = JSON.stringify({
    uid: 'd',
    panels: [{ id: 1, title: 'P', type: 'stat', ...panel }],
  });
  const { diagnostics } = readDashboard({ file: 'd.json', guessed: false }, text);
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

it.each([
  { name: 'math', of: { type: 'math', expression: '$A / ${A} * 100' } },
  { name: 'a reduction', of: { type: 'reduce', expression: 'A' } },
  { name: 'a condition', of: { type: 'classic_conditions', conditions: [condition('A')] } },
  { name: 'SQL', of: { type: 'sql', expression: 'select * from Z' } },
  { name: 'nonsense', of: { type: 'math', expression: 3 } },
])('accepts $name of a query that is there', ({ of }) => {
  expect(messagesOf({ targets: [query, expression(of)] })).toEqual([]);
});

it.each([
  { name: 'math', of: { type: 'math', expression: '$A / ${C}' } },
  { name: 'a reduction', of: { type: 'reduce', expression: '$C' } },
  { name: 'a condition', of: { type: 'classic_conditions', conditions: [condition('C')] } },
])('misses a query that $name needs', ({ of }) => {
  expect(messagesOf({ targets: [query, expression(of)] })).toEqual([
    'panel/unknown-ref-id: the expression `B` needs the query `C`, which the panel does not have',
  ]);
});

it('misses a panel whose result another one shows', () => {
  const datasource = { type: 'datasource', uid: '-- Dashboard --' };
  expect(messagesOf({ datasource, targets: [{ refId: 'A', panelId: 1 }] })).toEqual([]);
  expect(messagesOf({ datasource, targets: [{ refId: 'A', panelId: 7 }] })).toEqual([
    'panel/unknown-panel: `P` shows the result of the panel `7`, which the dashboard does not have',
  ]);
});
