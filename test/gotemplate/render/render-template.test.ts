import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';

import { parseTemplate, renderTemplate } from '../../../lib/gotemplate/index.ts';
import { runTool } from '../../../lib/prove/index.ts';
import { toolPath } from '../../tool-path.ts';
import { EXTERNAL_LABELS, EXTERNAL_URL, LABELS, RENDERED } from './rendered.ts';

function render(text: string, value: number) {
  const { tree } = parseTemplate(text, 'prometheus');
  const data = {
    labels: LABELS,
    value,
    externalLabels: EXTERNAL_LABELS,
    externalURL: EXTERNAL_URL,
  };
  return renderTemplate(tree, data);
}

describe('text', () => {
  it.each(RENDERED)('%s of %d', (template, value, text) => {
    expect(render(template, value)).toEqual({ text });
  });

  it('is what promtool expects', async () => {
    expect(await promtoolVerdict()).toContain('SUCCESS');
  });
});

/** Runs the table as unit tests of alerts. */
async function promtoolVerdict(): Promise<string> {
  const promtool = await toolPath('promtool');
  const folder = await mkdtemp(join(tmpdir(), 'dashc-gotemplate-'));
  await writeFile(join(folder, 'rules.yml'), stringify(rules()));
  await writeFile(join(folder, 'test.yml'), stringify(unitTest()));
  const run = await runTool(promtool, ['test', 'rules', join(folder, 'test.yml')]);
  await rm(folder, { recursive: true });
  return `${run.stdout}${run.stderr}`;
}

function rules(): object {
  const alerts = RENDERED.map(([text], at) => ({
    alert: `Row${at}`,
    expr: `m{row="${at}"}`,
    annotations: { text },
  }));
  return { groups: [{ name: 'all', rules: alerts }] };
}

function unitTest(): object {
  const labels = Object.entries(LABELS).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const series = RENDERED.map(([, value], at) => ({
    series: `m{row="${at}",${labels.join(',')}}`,
    values: String(value).replace('Infinity', 'Inf'),
  }));
  const expected = RENDERED.map(([, , text], at) => ({
    alertname: `Row${at}`,
    eval_time: '0s',
    exp_alerts: [{ exp_labels: { row: String(at), ...LABELS }, exp_annotations: { text } }],
  }));
  const group = {
    external_labels: EXTERNAL_LABELS,
    external_url: EXTERNAL_URL,
    input_series: series,
    alert_rule_test: expected,
  };
  return { rule_files: ['rules.yml'], tests: [group] };
}

describe('what promtool 2 does otherwise, or not at all', () => {
  it.each([
    [`{{ title "it's 3rd_x a.b HTTP" }}`, "It's 3Rd_x A.b HTTP"],
    ['{{ externalURL }} {{ pathPrefix }}', 'https://prometheus.example.org/path /path'],
    ['{{ urlQueryEscape "a b&c" }}', 'a+b%26c'],
    [
      '{{ toDuration 3661.5 }} {{ toDuration 0.0015 }} {{ toDuration -90 }}',
      '1h1m1.5s 1.5ms -1m30s',
    ],
    ['{{ range 3 }}{{ . }}{{ end }}', '012'],
    ['{{ with $labels.no }}{{ else with $labels.job }}{{ . }}{{ end }}', 'api'],
  ])('%s', (template, text) => {
    expect(render(template, 1.5)).toEqual({ text });
  });
});

describe('what cannot be rendered', () => {
  it.each([
    ['{{ query "up" | first | value }}', 'query', '`query` needs a running server'],
    ['{{ now }}', 'now', '`now` needs a running server'],
    ['{{ .labels.job }}', 'labels', 'the alert has no field `labels`'],
    ['{{ $labels.job.name }}', 'name', 'string has no field `name`'],
    ['{{ humanize "abc" }}', 'humanize', '"abc" does not spell a number'],
    ['{{ toUpper $value }}', 'toUpper', 'a string is needed, and this is float64'],
    ['{{ gt $value 1 }}', 'gt', 'float64 cannot be compared with int'],
    ['{{ template "a" }}', '', 'the template "a" is not defined'],
    [
      '{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}',
      '',
      '"a" calls itself without end',
    ],
    ['{{ range $value }}{{ end }}', '$value', '`range` cannot go through float64'],
    ['{{ toTime 1e12 }}', 'toTime', '1e+12 is too far away for a timestamp'],
  ])('%s', (template, mark, message) => {
    const { error } = render(template, 1.5);
    expect(error?.message).toBe(message);
    expect(error && template.slice(error.span.start, error.span.end)).toBe(mark);
  });
});

it('a notification has no alerts yet', () => {
  const { tree } = parseTemplate('{{ .Status }}', 'alertmanager');
  const { error } = renderTemplate(tree, { labels: {}, value: 0 });
  expect(error?.message).toBe('a notification is made of alerts that are not known yet');
});
