import { expect, it } from 'vitest';

import { Exceptions, placedAllows } from '../../lib/analyze/index.ts';
import { run } from '../../lib/analyze/run.ts';
import {
  type AllowHere,
  dashboard,
  promql,
  record,
  row,
  ruleGroup,
  timeseries,
} from '../../lib/index.ts';
import type { Locate, Project } from '../../lib/model/index.ts';
import { alertOf } from './alert-of.ts';
import { projectOf, type Subject } from './shop.ts';

const PLAIN: AllowHere = {
  code: 'promql/regex-plain',
  reason: 'as the exporter writes it',
  until: '2027-01-01',
};
const OTHER: AllowHere = { ...PLAIN, code: 'promql/regex-anchors' };

const expr = promql`queue_depth{queue=~"mail"} > 1`;
const panel = timeseries('Depth', '').query(promql`queue_depth{queue=~"mail"}`);
const second = timeseries('Depth of mail', '').query(promql`queue_depth{queue=~"mail"}`);

const board = (allow: readonly AllowHere[], ...panels: (typeof panel)[]) =>
  dashboard({ uid: 'shop', title: 'Shop', rows: [row('Row', panels)], allow });

/** Codes of what is left of the findings that the rows are about. */
function left(subject: Subject): readonly string[] {
  const project = projectOf(subject);
  const exceptions = new Exceptions(project.systems.flatMap(placedAllows), '2026-11-21');
  const found = run(project).filter(({ code }) => code === PLAIN.code);
  return [...exceptions.keep(found), ...exceptions.problems()].map(({ code }) => code);
}

it.each<{ name: string; of: Subject; is: readonly string[] }>([
  { name: 'none', of: board([], panel), is: ['promql/regex-plain'] },
  { name: 'of the dashboard', of: board([PLAIN], panel, second), is: [] },
  { name: 'of the panel', of: board([], panel.allow(PLAIN)), is: [] },
  {
    name: 'of one panel only',
    of: board([], panel.allow(PLAIN), second),
    is: ['promql/regex-plain'],
  },
  {
    name: 'from another check',
    of: board([], panel.allow(OTHER)),
    is: ['promql/regex-plain', 'allow/stale'],
  },
  {
    name: 'that has ended',
    of: board([{ ...PLAIN, until: '2026-11-21' }], panel),
    is: ['promql/regex-plain', 'allow/expired'],
  },
  { name: 'of an alert', of: alertOf(expr, { allow: [PLAIN] }), is: [] },
  {
    name: 'of another alert',
    of: ruleGroup('g', [alertOf(expr), alertOf(expr, { name: 'Other', allow: [OTHER] })]),
    is: ['promql/regex-plain', 'promql/regex-plain', 'allow/stale'],
  },
  {
    name: 'of a recording rule',
    of: record({
      name: 'queue:depth:sum',
      expr: promql`sum(queue_depth{queue=~"mail"})`,
      allow: [PLAIN],
    }),
    is: [],
  },
])('an exception $name', ({ of, is }) => {
  expect(left(of)).toEqual(is);
});

/** As content files are: everything is at a line. */
function placedAt({ systems: [system, ...others] }: Project): Project {
  if (system === undefined) return { systems: others };
  const locate: Locate = (site, path) => ({ file: 'shared.ts', line: site?.line ?? 1, path });
  const dashboards = system.dashboards.map((loaded) => ({ ...loaded, locate }));
  return { systems: [{ ...system, dashboards }] };
}

it('is used where one of the places that hold it has the finding', () => {
  const shared = panel.allow(PLAIN);
  const dashboards = [
    dashboard({ uid: 'one', title: 'One', rows: [row('Row', [shared])] }),
    dashboard({ uid: 'two', title: 'Two', rows: [row('Row', [shared])] }),
  ];
  const project = placedAt(projectOf({ dashboards }));
  const exceptions = new Exceptions(project.systems.flatMap(placedAllows), '2026-11-21');
  exceptions.keep(run(project).filter(({ where }) => where.path.includes('dashboard one')));
  expect(exceptions.problems()).toEqual([]);
});

it('is at the dashboard, the panel or the rule', () => {
  const project = projectOf(board([OTHER], panel.allow(OTHER)));
  const exceptions = new Exceptions(project.systems.flatMap(placedAllows), '2026-11-21');
  exceptions.keep([]);
  expect(exceptions.problems().map(({ where }) => where.path)).toEqual([
    ['dashboard shop'],
    ['dashboard shop', 'panel "Depth"'],
  ]);
});
