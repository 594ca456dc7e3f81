import { describe, expect, it } from 'vitest';

import { readRuleFile } from '../../../lib/load/foreign/rules/read-rule-file.ts';

const read = (lines: readonly string[], version: readonly [number, number] = [3, 14]) =>
  readRuleFile({ file: 'r.yaml', guessed: false }, lines.join('\n'), version);

/** A file of one group with one rule of these lines. */
const rule = (...lines: readonly string[]) => [
  'groups:',
  '- name: g',
  '  rules:',
  `  - ${lines[0]}`,
  ...lines.slice(1).map((line) => `    ${line}`),
];

const found = (lines: readonly string[], version?: readonly [number, number]) =>
  read(lines, version).diagnostics.map(
    ({ code, where }) => `${code} ${where.line}:${where.column}`,
  );

describe('what Prometheus refuses', () => {
  it.each([
    { name: 'a rule', lines: rule('alert: A', 'expr: up == 0', 'for: 5m'), is: [] },
    { name: 'a number as expression', lines: rule('record: a', 'expr: 1'), is: [] },
    { name: 'no YAML', lines: ['groups: ['], is: ['rule-file/yaml 1:10'] },
    { name: 'a key twice', lines: rule('alert: A', 'alert: B'), is: ['rule-file/yaml 5:5'] },
    { name: 'a list', lines: ['- a'], is: ['rule-file/wrong-type 1:1'] },
    {
      name: 'groups that are no list',
      lines: ['groups: a'],
      is: ['rule-file/wrong-type 1:9'],
    },
    { name: 'another field', lines: ['groups: []', 'b: 1'], is: ['rule-file/unknown-field 2:1'] },
    {
      name: 'another field of a rule',
      lines: rule('alert: A', 'expr: up', 'annotation: {}'),
      is: ['rule-file/unknown-field 6:5'],
    },
    { name: 'no name', lines: ['groups:', '- rules: []'], is: ['rule-file/group-name 2:3'] },
    {
      name: 'a name twice',
      lines: ['groups:', '- name: g', '- name: g'],
      is: ['rule-file/duplicate-group 3:9'],
    },
    {
      name: 'record and alert',
      lines: rule('alert: A', 'record: b', 'expr: up'),
      is: ['rule-file/record-or-alert 4:5'],
    },
    { name: 'neither', lines: rule('expr: up'), is: ['rule-file/record-or-alert 4:5'] },
    { name: 'no expression', lines: rule('alert: A'), is: ['rule-file/no-expr 4:5'] },
    {
      name: 'a wrong expression',
      lines: rule('alert: A', 'expr: |', '  sum(up)', '  == )'),
      is: ['promql/syntax 7:10'],
    },
    {
      name: 'wrong types, which a check reports',
      lines: rule('alert: A', 'expr: rate(up)'),
      is: [],
    },
    {
      name: 'for of a recording rule',
      lines: rule('record: a', 'expr: up', 'for: 1m'),
      is: ['rule-file/field-of-alert 6:5'],
    },
    {
      name: 'annotations of a recording rule',
      lines: rule('record: a', 'expr: up', 'annotations: {}'),
      is: ['rule-file/field-of-alert 6:5'],
    },
    {
      name: 'a name with braces',
      lines: rule('record: a{b="c"}', 'expr: up'),
      is: ['rule-file/record-name 4:13'],
    },
    {
      name: 'a duration',
      lines: rule('alert: A', 'expr: up', 'for: 5 minutes'),
      is: ['rule-file/duration 6:10'],
    },
    {
      name: 'the label of the name',
      lines: rule('record: a', 'expr: up', 'labels: { __name__: b }'),
      is: ['rule-file/label-name 6:15'],
    },
    {
      name: 'a template',
      lines: rule('alert: A', 'expr: up', 'annotations:', '  summary: "{{ $label.a }}"'),
      is: ['rule-file/template 7:16'],
    },
    {
      name: 'a rule twice',
      lines: [...rule('alert: A', 'expr: up'), '  - alert: A', '    expr: up'],
      is: ['rule-file/duplicate-rule 6:5'],
    },
    {
      name: 'an alert twice with other conditions',
      lines: [...rule('alert: A', 'expr: up'), '  - alert: A', '    expr: up == 0'],
      is: [],
    },
  ])('$name', ({ lines, is }) => {
    expect(found(lines)).toEqual(is);
  });

  const dashed = rule('alert: A', 'expr: up', 'labels: { a-b: c }');

  it('takes any name from Prometheus 3 on', () => {
    expect(found(dashed)).toEqual([]);
    expect(found(dashed, [2, 42])).toEqual(['rule-file/label-name 6:15']);
  });

  it('knows which version has which field', () => {
    const lines = ['groups:', '- name: g', '  query_offset: 1m', '  labels: { a: b }'];
    expect(found(lines)).toEqual([]);
    expect(found(lines, [2, 53])).toEqual(['rule-file/needs-version 4:3']);
    expect(found(lines, [2, 42])).toEqual([
      'rule-file/needs-version 3:3',
      'rule-file/needs-version 4:3',
    ]);
  });
});

describe('what it reads', () => {
  const rules = (lines: readonly string[]) =>
    read(lines).value.flatMap(({ value }) =>
      value.rules.map(({ kind, name, source, labels }) => ({ kind, name, source, labels })),
    );

  it('reads resources, lists of them, several documents and aliases', () => {
    const resource = (name: string, indent: string) => [
      `${indent}apiVersion: monitoring.coreos.com/v1`,
      `${indent}kind: PrometheusRule`,
      `${indent}spec: { groups: [{ name: ${name}, rules: [{ record: ${name}, expr: up }] }] }`,
    ];
    const lines = [
      ...resource('a', ''),
      '---',
      'kind: List',
      'items:',
      '-',
      ...resource('b', '  '),
      '---',
      ...rule('record: c', 'expr: &e up'),
      '  - { record: d, expr: *e }',
      '---',
    ];
    expect(rules(lines).map(({ name, source }) => [name, source])).toEqual([
      ['a', 'up'],
      ['b', 'up'],
      ['c', 'up'],
      ['d', 'up'],
    ]);
  });

  it("adds the group's labels", () => {
    const lines = ['groups:', '- name: g', '  labels: { a: 1, b: 2 }', '  rules:'];
    const read = rules([...lines, '  - { alert: A, expr: up, labels: { b: 3 } }']);
    expect(read).toEqual([{ kind: 'alert', name: 'A', source: 'up', labels: { a: '1', b: '3' } }]);
  });

  it('keeps the rules beside a broken one', () => {
    const lines = [...rule('alert: A', 'expr: )'), '  - alert: B', '    expr: up'];
    expect(rules(lines).map(({ name }) => name)).toEqual(['B']);
  });

  it('passes over other YAML that a folder holds', () => {
    const text = 'apiVersion: v1\nkind: Service\n';
    const file = { file: 's.yaml', guessed: true };
    expect(readRuleFile(file, text, [3, 14])).toEqual({ value: [], diagnostics: [], allow: [] });
  });
});
