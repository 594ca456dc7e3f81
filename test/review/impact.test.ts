import { describe, expect, it } from 'vitest';

import type { Metric } from '../../lib/catalog/index.ts';
import { envOf } from '../../lib/promql/index.ts';
import { review } from '../../lib/review/index.ts';
import {
  alert,
  asking,
  board,
  choosing,
  type Files,
  graph,
  recording,
  reviewed,
  rules,
  side,
} from './files.ts';

const READS = board([asking('job:requests:rate5m')]);
const LOGS = (url: string) => board([graph('Requests', { links: [{ title: 'More', url }] })]);
const second = (...ids: readonly number[]) => ({
  'b.json': JSON.stringify({
    uid: 'b',
    title: 'B',
    schemaVersion: 41,
    panels: ids.map((id) =>
      graph(`Panel ${id}`, { id, targets: [{ refId: 'A', expr: `x${id}` }] }),
    ),
    templating: { list: [] },
  }),
});

describe('impact', () => {
  it.each<[what: string, before: Files, after: Files, said: readonly string[]]>([
    [
      'nothing',
      rules(recording('job:requests:rate5m', 'sum(rate(requests_total[5m]))')),
      rules(recording('job:requests:rate5m', 'sum(rate(requests_total[10m]))')),
      [],
    ],
    [
      'who reads a recording rule that changed, through others as well',
      {
        ...READS,
        ...rules(
          recording('job:requests:rate5m', 'sum by (job) (rate(requests_total[5m]))'),
          recording('requests:rate5m', 'sum(job:requests:rate5m)'),
          alert('Quiet', 'requests:rate5m < 1'),
          alert('Other', 'up == 0'),
        ),
      },
      {
        ...READS,
        ...rules(
          recording('job:requests:rate5m', 'sum by (job) (rate(requests_total[1h]))'),
          recording('requests:rate5m', 'sum(job:requests:rate5m)'),
          alert('Quiet', 'requests:rate5m < 1'),
          alert('Other', 'up == 0'),
        ),
      },
      [
        'recording rule `job:requests:rate5m`, which changed, is read by panel "Requests" of dashboard "Shop", recording rule `requests:rate5m` and alert `Quiet`',
      ],
    ],
    [
      'who reads a recording rule that is gone',
      {
        ...READS,
        ...rules(recording('job:requests:rate5m', 'x'), alert('A', 'job:requests:rate5m > 1')),
      },
      { ...READS, ...rules(alert('A', 'job:requests:rate5m > 1')) },
      [
        'panel "Requests" of dashboard "Shop" reads `job:requests:rate5m`, which nothing records any more',
        'alert `A` can no longer fire: it reads `job:requests:rate5m`, which nothing records any more',
      ],
    ],
    [
      'who reads a recording rule that has another name',
      { ...READS, ...rules(recording('job:requests:rate5m', 'sum(x)')) },
      { ...READS, ...rules(recording('job:requests:rate', 'sum(x)')) },
      [
        'panel "Requests" of dashboard "Shop" reads `job:requests:rate5m`, which nothing records any more',
      ],
    ],
    [
      'an alert that nothing can make fire any more',
      rules(alert('A', 'count(up) > 0')),
      rules(alert('A', 'count(up) < 0')),
      ['alert `A` can no longer fire: `<` is never true'],
    ],
    [
      'an alert that could not fire before',
      rules(alert('A', 'count(up) < 0')),
      rules(alert('A', 'count(up) < -1')),
      [],
    ],
    [
      'an alert that is new',
      {},
      rules(alert('A', 'count(up) < 0')),
      ['alert `A` can never fire: `<` is never true'],
    ],
    [
      'a link to a dashboard that is gone',
      { ...LOGS('/d/b/x?orgId=1'), ...second(1) },
      LOGS('/d/b/x?orgId=1'),
      [
        'a link of panel "Requests" of dashboard "Shop" leads nowhere: there is no dashboard `b` any more',
        'bookmarks of dashboard "B" lead nowhere: there is no `/d/b` any more',
      ],
    ],
    [
      'a link to a dashboard that never was here',
      LOGS('/d/elsewhere'),
      { ...LOGS('/d/elsewhere'), ...second(1) },
      [],
    ],
    [
      'a link to a panel that is gone',
      { ...LOGS('/d/b?viewPanel=2'), ...second(1, 2) },
      { ...LOGS('/d/b?viewPanel=2'), ...second(1) },
      [
        'a link of panel "Requests" of dashboard "Shop" leads nowhere: there is no panel 2 in dashboard "B" any more',
      ],
    ],
    [
      'a link to a panel that is there',
      { ...LOGS('/d/b?viewPanel=1'), ...second(1, 2) },
      { ...LOGS('/d/b?viewPanel=1'), ...second(1) },
      [],
    ],
    [
      'a link to a variable that is gone',
      {
        ...choosing({ name: 'job', type: 'query', query: 'label_values(up, job)' }),
        'b.json': JSON.stringify({
          uid: 'b',
          title: 'B',
          schemaVersion: 41,
          panels: [],
          links: [{ title: 'x', type: 'link', url: '/d/shop?var-job=a' }],
        }),
      },
      {
        ...choosing(),
        'b.json': JSON.stringify({
          uid: 'b',
          title: 'B',
          schemaVersion: 41,
          panels: [],
          links: [{ title: 'x', type: 'link', url: '/d/shop?var-job=a' }],
        }),
      },
      [
        'a link of dashboard "B" leads nowhere: there is no variable `$job` in dashboard "Shop" any more',
      ],
    ],
    [
      'a link of an alert to a runbook',
      {
        ...rules(alert('A', 'x', '        annotations: { runbook_url: "RUNBOOK.md#my-alert" }\n')),
        'RUNBOOK.md': '# X\n\n## My alert\n',
      },
      {
        ...rules(alert('A', 'x', '        annotations: { runbook_url: "RUNBOOK.md#my-alert" }\n')),
        'RUNBOOK.md': '# X\n\n## Your alert\n',
      },
      [
        'a link of alert `A` leads nowhere: there is no section `my-alert` in `RUNBOOK.md` any more',
      ],
    ],
    [
      'bookmarks of a panel whose id follows from its title',
      board([graph('Requests')]),
      board([graph('Traffic', { id: 77 })]),
      [
        'bookmarks of 1 panel of dashboard "Shop" lead nowhere, because the ids are new: panel "Traffic"',
      ],
    ],
  ])('%s', (_, before, after, said) => {
    expect(reviewed(before, after).impacts.map(({ message }) => message)).toEqual(said);
  });
});

const QUEUE: Metric = {
  name: 'queue_depth',
  kind: 'gauge',
  unit: 'jobs',
  help: 'Jobs.',
  labels: { queue: ['mail', 'push'], job: ['api'] },
  jobs: ['api'],
  complete: true,
};

describe('metrics that are declared', () => {
  const files = [
    {
      system: 'shop',
      path: 'shop/r.yml',
      text: `groups: [{ name: a, rules: [{ alert: A, expr: 'queue_depth{queue="mail"} > 1' }, { alert: B, expr: up == 0 }] }]`,
    },
  ];
  const known = (metric: Metric) => ({
    ...side({}),
    files,
    systems: ['shop'],
    metricsOf: () => [metric],
    envOf: () => envOf([metric], { open: true }),
  });

  it.each<[after: Metric, changes: readonly string[], impacts: readonly string[]]>([
    [QUEUE, [], []],
    [
      { ...QUEUE, unit: 'messages' },
      ['metric `queue_depth`: unit `jobs` to `messages`'],
      ['metric `queue_depth`, which changed, is read by alert `A`'],
    ],
    [
      { ...QUEUE, kind: 'counter' },
      ['metric `queue_depth`: is a counter instead of a gauge'],
      ['metric `queue_depth`, which changed, is read by alert `A`'],
    ],
    [
      { ...QUEUE, labels: { queue: ['push'], job: ['api'] } },
      ['metric `queue_depth`: values of label `queue`: `mail` and `push` to `push`'],
      [
        'alert `A` can no longer fire: no series of `queue_depth` passes its matchers of `queue`',
        'metric `queue_depth`, which changed, is read by alert `A`',
      ],
    ],
    [
      { ...QUEUE, name: 'queue_length' },
      ['gauge `queue_length` declared', 'gauge `queue_depth` no longer declared'],
      ['metric `queue_depth`, which changed, is read by alert `A`'],
    ],
  ])('%#', (after, changes, impacts) => {
    const found = review(known(QUEUE), known(after));
    expect(found.changes.map(({ path, message }) => [...path, message].join(': '))).toEqual(
      changes,
    );
    expect(found.impacts.map(({ message }) => message)).toEqual(impacts);
  });
});
