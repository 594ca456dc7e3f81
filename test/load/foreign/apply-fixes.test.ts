import { describe, expect, it } from 'vitest';

import type { Diagnostic, Edit } from '../../../lib/diagnostics/index.ts';
import { applyFixes } from '../../../lib/load/index.ts';
import { projectFolder } from '../project-folder.ts';
import { fixed, foundIn } from './fixed.ts';

/** A rule file with one alert whose expression is written like this. */
const ruleFile = (expr: string) =>
  `# of the team\ngroups:\n- name: g   # a group\n  rules:\n  - alert: A\n    expr: ${expr}\n    for: 5m\n`;

const inFile = (text: string, file = 'r.yaml') => {
  const cwd = projectFolder({ [file]: text });
  return fixed({ file, text }, cwd).text;
};

describe('an expression in YAML', () => {
  it.each([
    { name: 'plain', of: 'up{a=~"b"} == 0', is: 'up{a="b"} == 0' },
    { name: 'plain, with a comment', of: 'up{a=~"b"} == 0 # why', is: 'up{a="b"} == 0 # why' },
    { name: 'double quotes', of: '"up{a=~\\"b\\"} == 0"', is: '"up{a=\\"b\\"} == 0"' },
    {
      name: 'escapes before it',
      of: '"up{c=\\"\\\\\\\\d\\", a=~\\"b\\"} == 0"',
      is: '"up{c=\\"\\\\\\\\d\\", a=\\"b\\"} == 0"',
    },
    { name: 'single quotes', of: '\'up{a=~"b"} == 0\'', is: '\'up{a="b"} == 0\'' },
    {
      name: 'doubled quotes',
      of: "'up{c=''d'', a!~''b''} == 0'",
      is: "'up{c=''d'', a!=''b''} == 0'",
    },
    {
      name: 'a literal block',
      of: '|\n      up{a=~"b"}\n        == 0',
      is: '|\n      up{a="b"}\n        == 0',
    },
    {
      name: 'a literal block with a header',
      of: '|2-   # so\n        up{a=~"b"}\n      == 0',
      is: '|2-   # so\n        up{a="b"}\n      == 0',
    },
    {
      name: 'a folded block',
      of: '>-\n      sum(up)\n\n      + sum(up{a=~"b"})\n      == 0',
      is: '>-\n      sum(up)\n\n      + sum(up{a="b"})\n      == 0',
    },
    {
      name: 'a plain text over lines',
      of: 'sum(up{c="d"})\n      + sum(up{a=~"b"}) == 0',
      is: 'sum(up{c="d"})\n      + sum(up{a="b"}) == 0',
    },
    {
      name: 'quotes over lines',
      of: '"sum(up{a=~\\"b\\"})\n\n      == 0"',
      is: '"sum(up{a=\\"b\\"})\n\n      == 0"',
    },
    { name: 'several', of: 'up{a=~"b", c!~"d"} == 0', is: 'up{a="b", c!="d"} == 0' },
    { name: 'spaces', of: 'up{a  =~  "b"} == 0', is: 'up{a  =  "b"} == 0' },
    { name: 'raw quotes', of: 'up{a=~`b`} == 0', is: 'up{a=`b`} == 0' },
    { name: 'a label in quotes', of: '\'up{"a.b"=~"b"} == 0\'', is: '\'up{"a.b"="b"} == 0\'' },
    { name: 'a label like a keyword', of: 'up{by=~"b"} == 0', is: 'up{by="b"} == 0' },
    { name: 'anchors', of: 'up{a=~"^b.*$"} == 0', is: 'up{a=~"b.*"} == 0' },
  ])('$name', ({ of, is }) => {
    expect(inFile(ruleFile(of))).toBe(ruleFile(is));
  });

  it.each([
    { name: 'a pattern', of: 'up{a=~"b|c"} == 0' },
    { name: 'anchors of alternatives', of: 'up{a=~"^b|c$"} == 0' },
    { name: 'an anchor that is a text', of: 'up{a=~"b.\\\\$"} == 0' },
    { name: 'an equality', of: 'up{a="b"} == 0' },
    { name: 'a part over two lines', of: '"up{a=~\\"b\\\n      .*$\\"} == 0"' },
    { name: 'an escape that is not in the table', of: '"up{c=\\"\\x64\\", a=~\\"b\\"} == 0"' },
  ])('leaves $name', ({ of }) => {
    expect(inFile(ruleFile(of))).toBe(ruleFile(of));
  });

  it('keeps line ends, marks and a missing last line end', () => {
    const before = `\uFEFF${ruleFile('|\n      up{a=~"b"}\n      == 0')}`
      .replaceAll('\n', '\r\n')
      .trimEnd();
    expect(inFile(before)).toBe(before.replace('=~', '='));
  });

  it('is fixed once where an alias stands for it', () => {
    const text =
      'groups:\n- name: g\n  rules:\n  - alert: A\n    expr: &e up{a=~"b"} == 0\n  - alert: B\n    expr: *e\n';
    const cwd = projectFolder({ 'r.yaml': text });
    const result = fixed({ file: 'r.yaml', text }, cwd);
    expect(result.text).toBe(text.replace('=~', '='));
    expect(result.fixed.map(({ code }) => code)).toEqual([
      'promql/regex-plain',
      'promql/regex-plain',
    ]);
  });
});

/** A dashboard with one graph. */
const board = (target: object, panel: object = {}) =>
  JSON.stringify(
    {
      uid: 'd',
      title: 'D',
      panels: [
        {
          title: 'Rate',
          type: 'timeseries',
          datasource: { type: 'prometheus' },
          ...panel,
          targets: [{ refId: 'A', ...target }],
        },
      ],
    },
    null,
    '\t',
  );

describe('an expression in JSON', () => {
  it.each([
    {
      name: 'an equality',
      of: 'rate(x_total{a=~"b"}[$__rate_interval])',
      is: 'rate(x_total{a="b"}[$__rate_interval])',
    },
    {
      name: 'all windows',
      of: 'rate(a_total[5m]) / rate(b_total[ 5m ])',
      is: 'rate(a_total[$__rate_interval]) / rate(b_total[ $__rate_interval ])',
    },
    {
      name: '$__interval',
      of: 'rate(a_total{b="[c]"}[$__interval])',
      is: 'rate(a_total{b="[c]"}[$__rate_interval])',
    },
    {
      name: 'with an offset',
      of: 'rate(a_total[5m] offset 1h)',
      is: 'rate(a_total[$__rate_interval] offset 1h)',
    },
  ])('$name', ({ of, is }) => {
    expect(inFile(board({ expr: of }), 'd.json')).toBe(board({ expr: is }));
  });

  it.each([
    { name: 'windows of different lengths', of: 'rate(a_total[5m]) / rate(a_total[1h])' },
    { name: 'windows in a subquery', of: 'max_over_time(rate(a_total[5m])[1h:])' },
    { name: 'an increase', of: 'increase(a_total[5m])' },
  ])('leaves $name', ({ of }) => {
    expect(inFile(board({ expr: of }), 'd.json')).toBe(board({ expr: of }));
  });

  it('is not fixed where the key stands there twice', () => {
    const text = board({ expr: 'x{a=~"b"}' }).replace('"expr"', '"expr": "y", "expr"');
    expect(inFile(text, 'd.json')).toBe(text);
  });

  it('may have unicode escapes, carriage returns and a mark before it', () => {
    const before = `\uFEFF${board({ expr: 'x{c="é\\u00e9", a=~"b"}' })}`.replaceAll('\n', '\r\n');
    expect(inFile(before, 'd.json')).toBe(before.replace('=~', '='));
  });
});

const METRICS = '# TYPE up_seconds gauge\nup_seconds 1\n# TYPE x_bytes gauge\nx_bytes 1\n';

describe('the unit of a panel', () => {
  it.each([
    {
      name: 'is added to the others',
      of: { fieldConfig: { defaults: { min: 0 }, overrides: [] } },
      is: { fieldConfig: { defaults: { min: 0, unit: 's' }, overrides: [] } },
    },
    {
      name: 'is replaced',
      of: { fieldConfig: { defaults: { unit: 'short', min: 0 } } },
      is: { fieldConfig: { defaults: { unit: 's', min: 0 } } },
    },
    {
      name: 'is the first of them',
      of: { fieldConfig: { defaults: {}, overrides: [] } },
      is: { fieldConfig: { defaults: { unit: 's' }, overrides: [] } },
    },
    {
      name: 'of an old graph is that of its axis',
      of: { type: 'graph', yaxes: [{ format: 'short' }, { format: 'short' }] },
      is: { type: 'graph', yaxes: [{ format: 's' }, { format: 'short' }] },
    },
    {
      name: 'of an old number',
      of: { type: 'singlestat', format: 'none' },
      is: { type: 'singlestat', format: 's' },
    },
    {
      name: 'of an old number is left where it is stated, whatever else is',
      of: {
        type: 'singlestat',
        format: 'dtdurations',
        fieldConfig: { defaults: { unit: 'none' } },
      },
    },
    { name: 'is left where it is stated', of: { fieldConfig: { defaults: { unit: 'm' } } } },
    { name: 'is left in a table', of: { type: 'table' } },
    {
      name: 'is left beside an override',
      of: {
        fieldConfig: {
          defaults: {},
          overrides: [
            {
              matcher: { id: 'byFrameRefID', options: 'B' },
              properties: [{ id: 'unit', value: 'm' }],
            },
          ],
        },
      },
    },
    { name: 'is left after a transformation', of: { transformations: [{ id: 'calculateField' }] } },
  ])('$name', ({ of, is = of }) => {
    const text = board({ expr: 'up_seconds' }, of);
    const cwd = projectFolder({ 'd.json': text });
    const result = fixed({ file: 'd.json', text, metrics: METRICS }, cwd);
    expect(result.text).toBe(board({ expr: 'up_seconds' }, is));
  });

  it('stands elsewhere in a resource of version 2', () => {
    const v2 = (defaults: object) =>
      JSON.stringify({
        apiVersion: 'dashboard.grafana.app/v2beta1',
        metadata: { name: 'd' },
        spec: {
          elements: {
            one: {
              kind: 'Panel',
              spec: {
                title: 'P',
                data: {
                  spec: {
                    queries: [
                      {
                        spec: {
                          refId: 'A',
                          query: { group: 'prometheus', spec: { expr: 'up_seconds' } },
                        },
                      },
                    ],
                  },
                },
                vizConfig: { group: 'stat', spec: { fieldConfig: { defaults } } },
              },
            },
          },
        },
      });
    const text = v2({ min: 0 });
    const cwd = projectFolder({ 'd.json': text });
    const result = fixed({ file: 'd.json', text, metrics: METRICS }, cwd);
    expect(result.text).toBe(v2({ min: 0, unit: 's' }));
  });

  it('is found in what the API returns', () => {
    const wrapped = (field: object) =>
      `{"meta":{},"dashboard":${board({ expr: 'up_seconds' }, { fieldConfig: { defaults: field } })}}`;
    const text = wrapped({ unit: 'short' });
    const cwd = projectFolder({ 'd.json': text });
    const result = fixed({ file: 'd.json', text, metrics: METRICS }, cwd);
    expect(result.text).toBe(wrapped({ unit: 's' }));
  });

  it('is added with the objects around it, behind the last entry', () => {
    const text = board({ expr: 'up_seconds' });
    const cwd = projectFolder({ 'd.json': text });
    const added = text.replace(
      /\n\t\t\t\]\n\t\t\}/,
      '\n\t\t\t],\n\t\t\t"fieldConfig": {\n\t\t\t\t"defaults": {\n\t\t\t\t\t"unit": "s"\n\t\t\t\t}\n\t\t\t}\n\t\t}',
    );
    expect(fixed({ file: 'd.json', text, metrics: METRICS }, cwd).text).toBe(added);
  });

  it('is not guessed from the name of a metric that nobody declares', () => {
    const text = board({ expr: 'up_seconds' });
    const cwd = projectFolder({ 'd.json': text });
    expect(fixed({ file: 'd.json', text }, cwd).text).toBe(text);
  });

  it('is left where the queries of a panel have several', () => {
    const text = JSON.stringify({
      panels: [
        {
          type: 'timeseries',
          datasource: { type: 'prometheus' },
          targets: [{ expr: 'up_seconds' }, { expr: 'x_bytes' }],
        },
      ],
    });
    const cwd = projectFolder({ 'd.json': text });
    expect(fixed({ file: 'd.json', text, metrics: METRICS }, cwd).text).toBe(text);
    const found = foundIn({ file: 'd.json', text, metrics: METRICS }, cwd);
    expect(found.filter(({ code }) => code === 'unit/missing')).toHaveLength(2);
  });

  it('is written on one line where the file is', () => {
    const one = (field: string) =>
      `{"panels":[{"type":"stat","datasource":{"type":"prometheus"},${field}"targets":[{"expr":"up_seconds"}]}]}`;
    const text = one('"fieldConfig":{"defaults":{"min":0}},');
    const cwd = projectFolder({ 'd.json': text });
    const { text: after } = fixed({ file: 'd.json', text, metrics: METRICS }, cwd);
    expect(after).toBe(one('"fieldConfig":{"defaults":{"min":0,"unit":"s"}},'));
  });
});

describe('several fixes', () => {
  const finding = (...fix: readonly Edit[]): Diagnostic => ({
    code: 'promql/regex-plain',
    severity: 'info',
    message: '',
    where: { file: 'd.json', path: [] },
    fix,
  });
  const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });

  it.each([
    {
      name: 'of two places',
      found: [finding(edit(4, 5, '5')), finding(edit(1, 2, '2'))],
      text: '[2, 5]',
      fixed: 2,
    },
    {
      name: 'of one place: the first',
      found: [finding(edit(1, 2, '2')), finding(edit(1, 2, '3'))],
      text: '[2, 4]',
      fixed: 1,
    },
    {
      name: 'that are the same',
      found: [finding(edit(1, 2, '2')), finding(edit(1, 2, '2'))],
      text: '[2, 4]',
      fixed: 2,
    },
    {
      name: 'all or nothing of each',
      found: [finding(edit(1, 2, '2')), finding(edit(4, 5, '5'), edit(1, 2, '3'))],
      text: '[2, 4]',
      fixed: 1,
    },
    { name: 'that break the file', found: [finding(edit(0, 1, ''))], text: '[1, 4]', fixed: 0 },
    { name: 'none', found: [finding()], text: '[1, 4]', fixed: 0 },
  ])('$name', ({ found, text, fixed: count }) => {
    const result = applyFixes('[1, 4]', found);
    expect({ text: result.text, fixed: result.fixed.length }).toEqual({ text, fixed: count });
  });
});
