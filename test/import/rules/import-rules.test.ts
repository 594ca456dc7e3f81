import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { normalRules } from '../../../lib/import/index.ts';
import { ImportedProject } from './imported-project.ts';

const SHOP = readFileSync(path.join(__dirname, 'shop-rules.yaml'), 'utf8');

let project: ImportedProject;
beforeEach(() => {
  project = new ImportedProject();
});
afterEach(() => {
  project.remove();
});

describe('a rule file', () => {
  it('comes back as it was', async () => {
    const plan = await project.rules(SHOP);
    expect(plan.entries.flatMap(({ lost, raw }) => [...lost, ...raw])).toEqual([]);
    expect(normalRules(project.built())).toEqual(normalRules(SHOP));
  });

  it('becomes one module a group', async () => {
    const { files } = await project.rules(SHOP);
    expect(files.map((file) => file.path)).toEqual([
      'systems/shop/stack.ts',
      'systems/shop/index.ts',
      'systems/shop/metrics.ts',
      'alerts/shop/shop-recording.ts',
      'alerts/shop/shop-alerts.ts',
    ]);
  });

  it('reads like this', async () => {
    const { files } = await project.rules(SHOP);
    const text = files.find((file) => file.path === 'alerts/shop/shop-recording.ts')?.text;
    expect(text).toBe(`// Rules of a shop, as a team would have them.

import { matches, record, ruleGroup } from 'dashc';

import { m } from '../../systems/shop/index.ts';

/** What everything else is measured by. */
export const jobHttpRequestsRate5m = record({
  name: 'job:http_requests:rate5m',
  expr: m.http_requests_total.rate('5m').sumBy('job'),
});

export const jobHttpErrorsRate5m = record({
  name: 'job:http_errors:rate5m',
  expr: m.http_requests_total
    .where({ code: matches('5..') })
    .rate('5m')
    .sumBy('job'),
  labels: { kind: 'server' },
});

export default ruleGroup('shop-recording', [jobHttpRequestsRate5m, jobHttpErrorsRate5m], {
  interval: '30s',
  limit: 100,
});
`);
  });

  it('keeps what stands beside an alert and inside its expression', async () => {
    await project.rules(SHOP);
    const text = project.read('alerts/shop/shop-alerts.ts') ?? '';
    expect(text).toContain('// failed');
    expect(text).toContain("keepFiringFor: '5m'");
    expect(text).toContain("runbook_url: 'https://runbooks.example.com/error-share'");
  });

  it('may be imported twice: nothing changes', async () => {
    await project.rules(SHOP);
    const before = ['systems/shop/metrics.ts', 'alerts/shop/shop-alerts.ts'].map((file) =>
      project.read(file),
    );
    const { entries } = await project.rules(SHOP);
    expect(entries.flatMap(({ lost }) => lost)).toEqual([]);
    expect(
      ['systems/shop/metrics.ts', 'alerts/shop/shop-alerts.ts'].map((file) => project.read(file)),
    ).toEqual(before);
  });

  it('says which alert has a case to write', async () => {
    const { entries } = await project.rules(SHOP);
    expect(entries.flatMap(({ notes }) => notes)).toEqual([
      'group Shop Alerts alert QueueStuck has a case to write: no values were found for which it fires',
    ]);
    expect(project.read('alerts/shop/shop-alerts.ts')).toContain(
      '// TODO(import): no values were found',
    );
  });
});

describe('other forms of rule files', () => {
  it.each([
    ['nothing', '', []],
    ['no rules', 'groups: []\n', []],
    ['no value', '---\n...\n', []],
    [
      'a resource',
      'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec: {groups: [{name: a, rules: [{record: "b:c", expr: d}]}]}\n',
      ['a'],
    ],
    [
      'several documents',
      'groups: [{name: a, rules: []}]\n---\ngroups: [{name: b, rules: []}]\n',
      ['a', 'b'],
    ],
    [
      'anchors',
      'groups: [{name: a, rules: [{alert: X, expr: up, labels: &l {severity: page}}, {alert: Y, expr: up, labels: {<<: *l, team: b}}]}]\n',
      ['a'],
    ],
  ])('%s', async (_, text, groups) => {
    const { entries } = await project.rules(text);
    expect(entries.flatMap(({ lost }) => lost)).toEqual([]);
    expect(normalRules(text).map(({ name }) => name)).toEqual(groups);
    if (groups.length > 0) expect(normalRules(project.built())).toEqual(normalRules(text));
  });
});

describe('what cannot be kept is told', () => {
  it.each([
    ['no YAML', 'groups: [', 'this is no YAML: '],
    ['a list', '- a\n', 'this is no rule file: it is no object'],
    ['a dashboard', 'title: x\npanels: []\n', 'Prometheus knows no such field'],
    ['no name', 'groups: [{rules: []}]', 'this group has no name'],
    [
      'two groups of a name',
      'groups: [{name: a, rules: []}, {name: a, rules: []}]',
      'there is a group of this name already',
    ],
    [
      'no PromQL',
      'groups: [{name: a, rules: [{alert: B, expr: "sum("}]}]',
      'its expression is no PromQL',
    ],
    [
      'no duration',
      'groups: [{name: a, rules: [{alert: B, expr: up, for: soon}]}]',
      '`soon` is no duration',
    ],
    [
      'a field of others',
      'groups: [{name: a, rules: [], partial_response_strategy: warn}]',
      'Prometheus knows no such field',
    ],
    [
      'both',
      'groups: [{name: a, rules: [{alert: B, record: c, expr: up}]}]',
      'either `alert` or `record`',
    ],
    [
      'an alias bomb',
      `a: &a [x, x]\n${'b: &b [*a, *a]\n'}groups: [{name: n, rules: [{alert: A, expr: up, labels: *b}]}]`,
      '`labels` is no object',
    ],
  ])('%s', async (_, text, reason) => {
    const { entries } = await project.rules(text);
    expect(entries.flatMap(({ lost }) => lost.map((each) => each.reason)).join('\n')).toContain(
      reason,
    );
  });
});

describe('hostile texts are texts', () => {
  it.each([
    ['quotes', `'"\``],
    ['a template', '${process.exit(1)}`;evil()//'],
    ['line breaks', 'a\nb\r\nc\u2028d\u2029e'],
    ['the end of a comment', '*/ evil() /*'],
    ['backslashes', '\\u0041\\'],
    ['a prototype', '__proto__'],
  ])('%s', async (_, text) => {
    const hostile = JSON.stringify(text);
    const rules = `# ${text.replaceAll(/[\n\r\u2028\u2029]/g, ' ')}
groups:
  - name: ${hostile}
    rules:
      # ${text.replaceAll(/[\n\r\u2028\u2029]/g, ' ')}
      - alert: ${hostile}
        expr: ${JSON.stringify(`up{a=${hostile}} == 0`)}
        labels: { ${hostile}: ${hostile}, toString: x }
        annotations: { summary: ${hostile}, constructor: y }
      - record: a:b
        expr: ${JSON.stringify(`x{a=${hostile}} @ end()`)}
`;
    const { entries } = await project.rules(rules);
    expect(entries.flatMap(({ lost }) => lost)).toEqual([]);
    expect(normalRules(project.built())).toEqual(normalRules(rules));
  });

  it('a surrogate alone, which no PromQL can hold', async () => {
    const rules =
      'groups: [{name: "a\\ud800", rules: [{alert: "b\\udc00", expr: up, labels: {c: "\\ud800"}}]}]';
    const { entries } = await project.rules(rules);
    expect(entries.flatMap(({ lost }) => lost)).toEqual([]);
    const [group] = project.load().system.groups;
    expect(group?.value.rules[0]).toMatchObject({ labels: { c: '\ud800' } });
  });
});
