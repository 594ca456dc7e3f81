import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';

import prometheusRules from '../../../lib/emit/targets/prometheus-rules.ts';
import prometheusTests from '../../../lib/emit/targets/prometheus-tests.ts';
import type { ImportPlan } from '../../../lib/import/index.ts';
import { runTool } from '../../../lib/prove/index.ts';
import { toolPath } from '../../tool-path.ts';
import { ImportedProject } from './imported-project.ts';

/** Alerts of the kinds that people write, and whether their cases are derived. */
const DERIVED = {
  Threshold: 'queue_depth > 100',
  Down: 'up{job="api"} == 0',
  Absent: 'absent(up{job="worker"})',
  RateOfErrors:
    'sum by (job) (rate(http_requests_total{code=~"5.."}[5m])) / sum by (job) (rate(http_requests_total[5m])) > 0.05',
  Increase: 'increase(restarts_total[10m]) > 3',
  Quantile:
    'histogram_quantile(0.99, sum by (le, route) (rate(http_duration_seconds_bucket[5m]))) > 1.5',
  Joined:
    'kube_pod_status_phase{phase="Pending"} * on (namespace, pod) group_left (owner) kube_pod_owner > 0',
  Except: 'node_down == 1 unless on (instance) node_maintenance == 1',
  Either: 'disk_free_bytes < 1e9 or disk_free_bytes / disk_size_bytes < 0.05',
  Old: 'time() - backup_time_seconds > 7200',
  Soon: 'predict_linear(disk_free_bytes[6h], 4 * 3600) < 0',
  Window: 'max_over_time(queue_depth[15m]) > 10',
  Renamed: 'label_replace(queue_depth, "host", "$1", "instance", "(.*)") > 100',
  Recorded: 'job:errors:ratio > 0.1',
  MixedWithItsSource: 'max by (job) (errors{kind="fatal"}) / job:errors:ratio > 1.5',
  AllTheTime: 'vector(1)',
} as const;

const TODO = {
  Restless: 'changes(queue_depth[15m]) > 20',
  Impossible: 'rate(http_requests_total[5m]) < 0',
  Nameless: '{job="api"} > 0',
} as const;

const rule = (alert: string, expr: string) => ({
  alert,
  expr,
  for: '5m',
  labels: { severity: 'critical', team: 'shop' },
  annotations: {
    summary: '{{ $labels.instance }} is at {{ $value | humanize }}',
    description: 'All labels: {{ $labels }}.',
  },
});

const RULES = stringify({
  groups: [
    { name: 'recorded', rules: [{ record: 'job:errors:ratio', expr: 'avg by (job) (errors)' }] },
    {
      name: 'alerts',
      rules: Object.entries(DERIVED).map(([name, expr]) => rule(name, expr)),
    },
    { name: 'todo', rules: Object.entries(TODO).map(([name, expr]) => rule(name, expr)) },
  ],
});

let project: ImportedProject;
let plan: ImportPlan;
let promtool: string;
let tests: string;

beforeAll(async () => {
  promtool = await toolPath('promtool');
  project = new ImportedProject();
  plan = await project.rules(RULES);
  const { system } = project.load();
  const artifacts = [prometheusRules, prometheusTests].flatMap(
    (target) => target.emit(system).value,
  );
  for (const { path: file, text } of artifacts) {
    const target = path.join(project.root, 'build', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  tests = path.join(project.root, 'build/prometheus/tests');
});
afterAll(() => {
  project.remove();
});

describe('cases of an imported alert', () => {
  it.each(Object.keys(DERIVED))('%s: fires and stays quiet in promtool', async (name) => {
    const run = await runTool(promtool, ['test', 'rules', path.join(tests, `${name}.test.yml`)]);
    expect(`${run.stdout}${run.stderr}`).toContain('SUCCESS');
  });

  it.each(Object.keys(TODO))('%s: fails until somebody writes it', async (name) => {
    const run = await runTool(promtool, ['test', 'rules', path.join(tests, `${name}.test.yml`)]);
    expect(`${run.stdout}${run.stderr}`).toContain('TODO(import): fires');
    expect(run.exitCode).not.toBe(0);
  });

  it('are told where they are left to people', () => {
    const notes = plan.entries.flatMap((entry) => entry.notes);
    expect(notes).toEqual([
      'group todo alert Restless has a case to write: no values were found for which it fires',
      'group todo alert Impossible has a case to write: no values were found for which it fires',
      'group todo alert Nameless has a case to write: a selector has no metric name',
    ]);
  });

  it('have one that is quiet, except where the alert always fires', () => {
    const rules = project.load().system.groups.flatMap(({ value }) => value.rules);
    const cases = rules.flatMap((each) =>
      each.kind === 'alert' ? [[each.name, each.cases.length]] : [],
    );
    expect(cases.filter(([, count]) => count !== 2).map(([name]) => name)).toEqual([
      'AllTheTime',
      'Restless',
      'Impossible',
      'Nameless',
    ]);
  });
});
