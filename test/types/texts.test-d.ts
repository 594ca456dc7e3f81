import { describe, test } from 'vitest';

import {
  alert,
  constant,
  distribution,
  given,
  observed,
  record,
  ruleGroup,
} from '../../lib/model/index.ts';
import { m } from '../promql/shop.ts';

const failed = m.messages_failed_total.rate();

describe('a legend', () => {
  test('names labels that the result carries', () => {
    failed.sumBy('message_type').legend('{{message_type}}');
    failed.sumBy('message_type').legend('All');
    // @ts-expect-error -- legend names a label the result does not carry: "{{error_type}}"
    failed.sumBy('message_type').legend('{{message_type}} {{error_type}}');
    // @ts-expect-error -- legend names a label the result does not carry: "{{error_type}}"
    failed.sumBy('message_type').legend('{{ error_type }}');
  });

  test('is checked around what is only known at run time', () => {
    const p = (q: number) => m.request_duration_seconds.quantile(q, { by: ['route'] });
    [0.5, 0.9].map((q) => p(q).legend(`p${q * 100} {{route}}`));
    // @ts-expect-error -- legend names a label the result does not carry: "{{code}}"
    [0.5, 0.9].map((q) => p(q).legend(`p${q * 100} {{code}}`));
    failed.sum().legend(process.title);
  });
});

const runbook = { meaning: '', impact: '', diagnosis: [], mitigation: [] };
const backlog = m.queue_depth.maxBy('queue').gt(100);
const full = given(m.queue_depth, { queue: 'broadcast' }, constant(101));
const fires = { name: 'fires above 100', given: [full], at: '5m' } as const;
const quiet = { name: 'quiet at 100', given: [], at: '5m' } as const;

describe('an alert', () => {
  test('names labels that its expression carries', () => {
    alert({
      name: 'Backlog',
      expr: backlog,
      severity: 'warning',
      summary: 'Backlog on {{ $labels.queue }}',
      description: '{{ $value | humanize }} jobs wait in {{ .Labels.queue }}. See the labels.',
      runbook,
      cases: [
        {
          ...fires,
          fires: [{ labels: { queue: 'broadcast' }, summary: 'Backlog on b', description: '101' }],
        },
        quiet,
      ],
    });
    alert({
      name: 'Backlog',
      expr: backlog,
      severity: 'warning',
      // @ts-expect-error -- annotation names a label the alert does not carry: "$labels.instance"
      summary: 'Backlog of {{ $labels.instance }}',
      // @ts-expect-error -- annotation names a label the alert does not carry: "$labels.job"
      description: 'In {{ if (eq .Labels.job "api") }}api{{ end }}',
      runbook,
      cases: [{ ...fires, fires: [{ summary: '', description: '' }] }, quiet],
    });
  });

  test('has a case that fires and one that is quiet', () => {
    const texts = { summary: 'Backlog', description: 'Jobs wait.' } as const;
    const spec = {
      name: 'Backlog',
      expr: backlog,
      severity: 'warning',
      runbook,
      ...texts,
    } as const;
    alert({ ...spec, cases: [{ ...fires, fires: [{}] }, quiet] });
    // @ts-expect-error -- Property 'cases' is missing
    alert({ ...spec });
    // @ts-expect-error -- the quiet case is missing
    alert({ ...spec, cases: [{ ...fires, fires: [{}] }] });
    // @ts-expect-error -- the first case fires nothing
    alert({ ...spec, cases: [fires, quiet] });
    const loud = { ...quiet, fires: [{}] } as const;
    // @ts-expect-error -- the second case fires
    alert({ ...spec, cases: [{ ...fires, fires: [{}] }, loud] });
    // @ts-expect-error -- "instance" is not a label of the result
    alert({ ...spec, cases: [{ ...fires, fires: [{ labels: { instance: 'a' } }] }, quiet] });
    // @ts-expect-error -- a severity that nobody routes
    alert({ ...spec, severity: 'sms', cases: [{ ...fires, fires: [{}] }, quiet] });
  });

  test('says the text of a template', () => {
    const spec = { name: 'Backlog', expr: backlog, severity: 'warning', runbook } as const;
    const texts = { summary: 'Backlog on {{ $labels.queue }}', description: 'Jobs wait.' } as const;
    alert({
      ...spec,
      ...texts,
      cases: [{ ...fires, fires: [{ summary: 'Backlog on b' }] }, quiet],
    });
    alert({ ...spec, ...texts, cases: [{ ...fires, fires: [{ value: 3 }] }, quiet] });
    // @ts-expect-error -- Property 'summary' is missing
    alert({ ...spec, ...texts, cases: [{ ...fires, fires: [{}] }, quiet] });
  });
});

describe('given', () => {
  test('takes labels and values of the metric', () => {
    given(m.queue_depth, { queue: 'cleanup', instance: 'a' }, constant(1));
    given(m.request_duration_seconds.bucket, { le: '0.5' }, constant(1));
    // @ts-expect-error -- "clean" is not "broadcast" | "cleanup"
    given(m.queue_depth, { queue: 'clean' }, constant(1));
    // @ts-expect-error -- 'region' does not exist
    given(m.queue_depth, { region: 'eu' }, constant(1));
  });

  test('takes observations for histograms only', () => {
    observed(m.request_duration_seconds, { instance: 'a' }, distribution({ p50: '200ms' }, 1));
    // @ts-expect-error -- a gauge is no histogram
    observed(m.queue_depth, {}, distribution({ p50: 1 }, 1));
    // @ts-expect-error -- a distribution is more than one series
    given(m.request_duration_seconds.bucket, {}, distribution({ p50: 1 }, 1));
    // @ts-expect-error -- '50' is no quantile
    distribution({ '50': 1 }, 1);
  });
});

describe('a recording rule', () => {
  test('is a metric with the labels of its expression', () => {
    const rule = record({
      name: 'queue:depth:max',
      expr: m.queue_depth.maxBy('queue'),
      labels: { level: 'queue' },
    });
    rule.series.where({ queue: 'broadcast' }).sumBy('level').legend('{{level}}');
    // @ts-expect-error -- "instance" is gone
    rule.series.sumBy('instance');
  });

  test('stands in a group beside alerts of any labels', () => {
    const texts = { summary: 'Backlog', description: 'Jobs wait.' } as const;
    const cases = [{ ...fires, fires: [{}] }, quiet] as const;
    ruleGroup('queues', [
      record({ name: 'queue:depth:max', expr: m.queue_depth.maxBy('queue') }),
      alert({ name: 'A', expr: backlog, severity: 'warning', runbook, ...texts, cases }),
      alert({ name: 'B', expr: m.up.eq(0), severity: 'critical', runbook, ...texts, cases }),
    ]);
  });
});
