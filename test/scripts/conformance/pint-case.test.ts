import { expect, it } from 'vitest';

import { findingsOf, type PintCase } from '../../../scripts/conformance/pint-case.ts';

const caseOf = (rest: Partial<PintCase>): PintCase => ({
  check: '',
  description: '',
  rule_yaml: '- record: a:b\n  expr: rate(foo[1m])\n',
  expect: [],
  ...rest,
});

it.each([
  {
    name: 'the interval of the configuration',
    of: caseOf({ catalog: { prometheus_config: 'global:\n  scrape_interval: 15s\n' } }),
    is: [],
  },
  {
    name: 'types',
    of: caseOf({
      rule_yaml: '- record: a:b\n  expr: rate(foo[5m])\n',
      catalog: { types: { foo: ['gauge'] } },
    }),
    is: ['metric-type/needs-counter'],
  },
  {
    name: 'external labels',
    of: caseOf({
      rule_yaml: '- record: a:b\n  expr: sum(up)\n  labels:\n    site: x\n',
      catalog: { prometheus_config: 'global:\n  external_labels:\n    site: y\n' },
    }),
    is: ['rule/external-label'],
  },
  {
    name: 'the retention of the flags',
    of: caseOf({
      rule_yaml: '- record: a:b\n  expr: sum(up offset 20d)\n',
      catalog: { flags_src: 'flags{"storage.tsdb.retention.time": "11d"}' },
    }),
    is: ['range/beyond-retention'],
  },
  {
    name: 'the version that is named',
    of: caseOf({
      rule_yaml: '- record: a:b\n  expr: last_over_time(up[5m])\n',
      expect: ['bug: it is running 2.0.0.'],
    }),
    is: ['promql/feature-version'],
  },
  {
    name: 'other rules, of which nothing is told',
    of: caseOf({
      rule_yaml: '- record: a:b\n  expr: sum(up)\n',
      other_rules: ['- record: c:d\n  expr: sum(\n'],
    }),
    is: [],
  },
  {
    name: 'a group without a file',
    of: caseOf({
      rule_yaml: '- name: g\n  interval: 9m\n  rules:\n  - record: a:b\n    expr: sum(up)\n',
    }),
    is: ['rule/long-interval'],
  },
])('reads $name', ({ of, is }) => {
  expect([...findingsOf(of)]).toEqual(is);
});
