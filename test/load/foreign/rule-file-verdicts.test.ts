import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { run } from '../../../lib/analyze/index.ts';
import { loadForeign } from '../../../lib/load/index.ts';
import { runTool } from '../../../lib/prove/index.ts';
import { toolPath } from '../../tool-path.ts';
import { projectFolder } from '../project-folder.ts';

let promtool: string;

beforeAll(async () => {
  promtool = await toolPath('promtool');
});

/** A file of one group with one rule. */
const rule = (text: string) => `groups:\n- name: g\n  rules:\n  - { ${text} }\n`;

/** Codes of the errors for which Prometheus 2.42, which is the promtool of the tests, does not take the file. */
function refusals(cwd: string): readonly string[] {
  const { value, diagnostics } = loadForeign({
    cwd,
    rules: ['r.yaml'],
    dashboards: [],
    version: [2, 42],
    scrapeInterval: '15s',
  });
  return [...diagnostics, ...run(value)]
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

describe('rule files are refused as promtool does', () => {
  it.each([
    { name: 'an alert', text: rule('alert: A, expr: up == 0, for: 5m'), is: [] },
    { name: 'a recording rule', text: rule('record: a:b, expr: sum(up)'), is: [] },
    { name: 'no groups', text: 'groups: []\n', is: [] },
    { name: 'a group without rules', text: 'groups:\n- name: g\n', is: [] },
    {
      name: 'a group without a name',
      text: 'groups:\n- name: ""\n  rules: []\n',
      is: ['rule-file/group-name'],
    },
    {
      name: 'a group twice',
      text: 'groups:\n- name: g\n- name: g\n',
      is: ['rule-file/duplicate-group'],
    },
    {
      name: 'an unknown field of the file',
      text: 'groups: []\nrules: []\n',
      is: ['rule-file/unknown-field'],
    },
    {
      name: 'an unknown field of a group',
      text: 'groups:\n- name: g\n  every: 1m\n',
      is: ['rule-file/unknown-field'],
    },
    {
      name: 'an unknown field of a rule',
      text: rule('alert: A, expr: up, severity: page'),
      is: ['rule-file/unknown-field'],
    },
    { name: 'a list for the file', text: '- groups\n', is: ['rule-file/wrong-type'] },
    { name: 'a text for the groups', text: 'groups: g\n', is: ['rule-file/wrong-type'] },
    {
      name: 'a list for the labels',
      text: rule('alert: A, expr: up, labels: [a]'),
      is: ['rule-file/wrong-type'],
    },
    { name: 'no YAML', text: 'groups: {\n', is: ['rule-file/yaml'] },
    {
      name: 'record and alert',
      text: rule('record: a, alert: A, expr: up'),
      is: ['rule-file/record-or-alert'],
    },
    {
      name: 'neither record nor alert',
      text: rule('expr: up'),
      is: ['rule-file/record-or-alert'],
    },
    { name: 'no expression', text: rule('alert: A'), is: ['rule-file/no-expr'] },
    { name: 'an empty expression', text: rule('alert: A, expr: ""'), is: ['rule-file/no-expr'] },
    {
      name: 'a wrong expression',
      text: rule('alert: A, expr: "sum(up"'),
      is: ['promql/syntax'],
    },
    {
      name: 'an expression of wrong types',
      text: rule('alert: A, expr: rate(x_total)'),
      is: ['promql/value-type'],
    },
    {
      name: 'annotations of a recording rule',
      text: rule('record: a, expr: up, annotations: { b: c }'),
      is: ['rule-file/field-of-alert'],
    },
    {
      name: 'for of a recording rule',
      text: rule('record: a, expr: up, for: 1m'),
      is: ['rule-file/field-of-alert'],
    },
    {
      name: 'keep_firing_for of a recording rule',
      text: rule('record: a, expr: up, keep_firing_for: 1m'),
      is: ['rule-file/field-of-alert'],
    },
    {
      name: 'a recording rule with a name that is none',
      text: rule('record: a-b, expr: up'),
      is: ['rule-file/record-name'],
    },
    {
      name: 'a recording rule with braces',
      text: rule('record: "a{b=\'c\'}", expr: up'),
      is: ['rule-file/record-name'],
    },
    {
      name: 'a label with a name that is none',
      text: rule('alert: A, expr: up, labels: { a-b: c }'),
      is: ['rule-file/label-name'],
    },
    {
      name: 'a label with the name of the name',
      text: rule('alert: A, expr: up, labels: { __name__: c }'),
      is: ['rule-file/label-name'],
    },
    {
      name: 'an annotation with a name that is none',
      text: rule('alert: A, expr: up, annotations: { a-b: c }'),
      is: ['rule-file/annotation-name'],
    },
    {
      name: 'a label that is no template',
      text: rule('alert: A, expr: up, labels: { a: "{{ $labels.b" }'),
      is: ['rule-file/template'],
    },
    {
      name: 'an annotation with an unknown variable',
      text: rule('alert: A, expr: up, annotations: { a: "{{ $label.b }}" }'),
      is: ['rule-file/template'],
    },
    {
      name: 'an annotation with an unknown function',
      text: rule('alert: A, expr: up, annotations: { a: "{{ $value | human }}" }'),
      is: ['rule-file/template'],
    },
    {
      name: 'a duration that is none',
      text: rule('alert: A, expr: up, for: 5 minutes'),
      is: ['rule-file/duration'],
    },
    {
      name: 'an interval that is none',
      text: 'groups:\n- name: g\n  interval: often\n',
      is: ['rule-file/duration'],
    },
    {
      name: 'units in the wrong order',
      text: rule('alert: A, expr: up, for: 30s1m'),
      is: ['rule-file/duration'],
    },
    {
      name: 'a field that is newer',
      text: 'groups:\n- name: g\n  query_offset: 1m\n',
      is: ['rule-file/needs-version'],
    },
    {
      name: 'aliases and keys that are merged',
      text: 'groups:\n- name: g\n  rules:\n  - &a { alert: A, expr: up == 0 }\n  - { <<: *a, alert: B }\n',
      is: [],
    },
  ])('$name', async ({ text, is }) => {
    const cwd = projectFolder({});
    writeFileSync(path.join(cwd, 'r.yaml'), text);
    const verdict = await runTool(promtool, ['check', 'rules', path.join(cwd, 'r.yaml')]);
    expect(refusals(cwd)).toEqual(is);
    expect(verdict.exitCode !== 0).toBe(is.length > 0);
  });
});
