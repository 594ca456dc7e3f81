import { describe, expectTypeOf, test } from 'vitest';

import { type Gauge, matches, matchesNot, not, type Vec } from '../../lib/promql/index.ts';
import { m } from '../promql/shop.ts';

const queue = { kind: 'variable', name: 'queue', multi: true } as const;

describe('a metric', () => {
  test('is known by name', () => {
    void m.messages_received_total;
    // @ts-expect-error -- Did you mean 'messages_received_total'?
    void m.messages_recieved_total;
  });

  test('carries its own labels and those of its job', () => {
    expectTypeOf(m.queue_depth).toEqualTypeOf<
      Gauge<{ queue: 'broadcast' | 'cleanup'; tier: 'web'; job: 'api'; instance: string }>
    >();
    expectTypeOf(m.sessions_total.rate()).toEqualTypeOf<Vec<'tier' | 'job' | 'instance'>>();
  });

  test('of several jobs has the labels of all, with the values of any', () => {
    expectTypeOf(m.up).toEqualTypeOf<
      Gauge<{ tier: 'web' | 'batch' | 'cron'; job: 'api' | 'worker'; instance: string }>
    >();
  });

  test('of no job has any label', () => {
    m.cluster_size.where({ region: 'eu' }).sumBy('region').legend('{{region}}');
  });
});

describe('where', () => {
  test('takes labels of the metric', () => {
    m.requests_total.where({ code: '200' });
    // @ts-expect-error -- Did you mean to write 'code'?
    m.requests_total.where({ cod: '200' });
    // @ts-expect-error -- 'queue' does not exist
    m.requests_total.where({ queue: 'broadcast' });
  });

  test('takes values that the label can have', () => {
    m.queue_depth.where({ queue: 'broadcast' });
    // @ts-expect-error -- Did you mean '"broadcast"'?
    m.queue_depth.where({ queue: 'brodcast' });
    m.up.where({ job: ['api', 'worker'] });
    // @ts-expect-error -- "wrk" is not "api" | "worker"
    m.up.where({ job: ['api', 'wrk'] });
    m.requests_total.where({ code: not('404', '500') });
    // @ts-expect-error -- "501" is not "200" | "404" | "500"
    m.requests_total.where({ code: not('404', '501') });
    // @ts-expect-error -- Expected at least 1 arguments
    m.requests_total.where({ code: not() });
  });

  test('takes any value of an open label', () => {
    m.requests_total.where({ route: '/login' });
    m.requests_total.where({ route: not('/health') });
    // @ts-expect-error -- a number is not a string
    m.requests_total.where({ route: 1 });
  });

  test('takes regular expressions and variables for every label', () => {
    m.requests_total.where({ code: matches('5..'), route: matchesNot('/internal/.*') });
    m.queue_depth.where({ queue });
  });

  test('leaves the kind and the labels as they are', () => {
    expectTypeOf(m.queue_depth.where({ queue: 'cleanup' })).toEqualTypeOf(m.queue_depth);
    expectTypeOf(m.requests_total.where({ code: '200' })).toEqualTypeOf(m.requests_total);
  });
});
