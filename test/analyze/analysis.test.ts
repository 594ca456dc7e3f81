import { expect, it } from 'vitest';

import { analysesOf } from '../../lib/analyze/analysis.ts';
import { dashboard, row, ruleGroup, text } from '../../lib/index.ts';
import { promql } from '../../lib/promql/index.ts';
import { alertOf } from './alert-of.ts';
import { projectOf } from './shop.ts';

it('looks at every content file, those without expressions too', () => {
  const project = projectOf({
    dashboards: [
      dashboard({ uid: 'notes', title: 'Notes', rows: [row('Row', [text('Note', 'Hello')])] }),
      dashboard({ uid: 'empty', title: 'Empty', rows: [] }),
    ],
    groups: [ruleGroup('none', []), ruleGroup('one', [alertOf(promql`queue_depth > 1`)])],
  });
  const counts = project.systems
    .flatMap((system) => [...analysesOf(system)])
    .map(({ loaded: { value }, expressions }) => [
      value.kind === 'dashboard' ? value.uid : value.name,
      expressions.length,
    ]);
  expect(counts).toEqual([
    ['notes', 0],
    ['empty', 0],
    ['none', 0],
    ['one', 1],
  ]);
});
