import { expect, it } from 'vitest';

import { run } from '../../lib/analyze/index.ts';
import { loadForeign } from '../../lib/load/index.ts';
import { HOUSE_CODES, type HouseRuleSpec, toHouseRule } from '../../lib/model/index.ts';
import { projectFolder } from '../load/project-folder.ts';

const variable = (more: object) => ({
  name: 'job',
  type: 'query',
  query: 'label_values(up, job)',
  refresh: 2,
  multi: true,
  allValue: '.+',
  ...more,
});

const datasource = { name: 'datasource', type: 'datasource', query: 'prometheus' };

const panel = (more: object) => ({
  title: 'P',
  description: 'Up.',
  type: 'stat',
  datasource: { type: 'prometheus', uid: '$datasource' },
  targets: [{ refId: 'A', expr: 'up{job=~"$job"}' }],
  ...more,
});

const JOB: readonly HouseRuleSpec[] = [
  { code: 'house/filter-variable', variables: ['job'] },
  { code: 'house/filter-matcher', variables: ['job'] },
];

/** What the rules of the house find in a file, each as its code and its hint. */
function found(file: string, content: unknown, house: readonly HouseRuleSpec[]) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { value } = loadForeign({
    cwd: projectFolder({ [file]: text }),
    rules: file.endsWith('.yaml') ? [file] : [],
    dashboards: file.endsWith('.json') ? [file] : [],
    version: [3, 14],
    scrapeInterval: '15s',
    house: house.map(toHouseRule),
  });
  return run(value)
    .filter(({ code }) => code.startsWith('house/'))
    .map(({ code, hint, where }) => [code, where.line === undefined ? 'nowhere' : 'placed', hint]);
}

const board = (more: object, panels: readonly object[] = [panel({})]) => ({
  title: 'D',
  editable: false,
  panels,
  templating: { list: [{ ...datasource, label: 'Data source' }, variable({})] },
  ...more,
});

it.each([
  { name: 'as the house wants it', of: board({}), is: [] },
  {
    name: 'nothing said of changing it',
    of: board({ editable: undefined }),
    is: [],
  },
  {
    name: 'may be changed',
    of: board({ editable: true }),
    is: [['house/editable-dashboard', 'placed', '`"editable": false`']],
  },
  {
    name: 'a variable that asks once',
    of: board({
      templating: { list: [{ ...datasource, label: 'Data source' }, variable({ refresh: 1 })] },
    }),
    is: [['house/variable-refresh', 'placed', '`"refresh": 2`']],
  },
  {
    name: 'one value at a time',
    of: board({
      templating: { list: [{ ...datasource, label: 'Data source' }, variable({ multi: false })] },
    }),
    is: [
      ['house/filter-variable', 'placed', '`"multi": true, "includeAll": true, "allValue": ".+"`'],
    ],
  },
  {
    name: 'a datasource without a label',
    of: board({ templating: { list: [datasource, variable({})] } }),
    is: [['house/datasource-variable', 'placed', '`Data source`']],
  },
  {
    name: 'a fixed datasource',
    of: board({}, [panel({ datasource: { type: 'prometheus', uid: 'P1809F7CD0C75ACF3' } })]),
    is: [['house/fixed-datasource', 'placed', '`${datasource}`']],
  },
  {
    name: 'a fixed datasource by its name',
    of: board({}, [panel({ datasource: 'Prometheus' })]),
    is: [['house/fixed-datasource', 'placed', '`${datasource}`']],
  },
  {
    name: 'no matcher',
    of: board({}, [panel({ targets: [{ refId: 'A', expr: 'up' }] })]),
    is: [['house/filter-matcher', 'placed', '`job=~"$job"`']],
  },
  {
    name: 'what may be no PromQL, as its datasource is chosen',
    of: board(
      {
        templating: {
          list: [{ ...datasource, label: 'Data source', query: 'loki' }],
        },
      },
      [panel({ datasource: undefined, targets: [{ refId: 'A', expr: 'count(up)' }] })],
    ),
    is: [],
  },
  {
    name: 'no title',
    of: board({}, [panel({ title: '' })]),
    is: [['house/panel-title', 'placed', undefined]],
  },
])('a dashboard in a file: $name', ({ of, is }) => {
  const others = HOUSE_CODES.filter((code) => !/filter-|required-/.test(code));
  expect(found('d.json', of, [...others, ...JOB])).toEqual(is);
});

it.each([
  {
    name: 'kept too short',
    of: 'keep_firing_for: 1m',
    house: { code: 'house/pending-period', of: 'keepFiringFor', atLeast: '5m' } as const,
    is: [['house/pending-period', 'placed', '`keep_firing_for: 5m`']],
  },
  {
    name: 'a label of the group',
    of: 'for: 5m',
    house: { code: 'house/rule-label', of: 'alert', name: 'team' } as const,
    is: [],
  },
  {
    name: 'a label of nobody',
    of: 'for: 5m',
    house: { code: 'house/rule-label', of: 'alert', name: 'tier' } as const,
    is: [['house/rule-label', 'placed', undefined]],
  },
  {
    name: 'an annotation',
    of: 'annotations: { message: Down }',
    house: { code: 'house/annotation', name: 'summary|description' } as const,
    is: [],
  },
])('an alert in a file: $name', ({ of, house, is }) => {
  const text = `groups:
- name: g
  labels: { team: web }
  rules:
  - alert: Down
    expr: up == 0
    ${of}
`;
  expect(found('rules.yaml', text, [house])).toEqual(is);
});
