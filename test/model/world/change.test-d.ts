import { expectTypeOf, test } from 'vitest';

import { type Change, change } from '../../../lib/model/index.ts';
import { m } from '../../prove/synthesise/world.ts';

test('each kind of metric has its own changes', () => {
  expectTypeOf(change(m.queue_depth).grow(1)).toEqualTypeOf<Change>();
  expectTypeOf(change(m.requests_total).rate(1)).toEqualTypeOf<Change>();
  expectTypeOf(change(m.request_duration_seconds).latency(2)).toEqualTypeOf<Change>();
  expectTypeOf(change(m.build_info).absent()).toEqualTypeOf<Change>();

  // @ts-expect-error -- a counter has no value to set
  change(m.requests_total).set(1);
  // @ts-expect-error -- a gauge has no rate
  change(m.queue_depth).rate(1);
  // @ts-expect-error -- an info metric is always 1
  change(m.build_info).set(0);
  // @ts-expect-error -- `code` is never 404
  change(m.requests_total.where({ code: '404' })).rate(1);
});
