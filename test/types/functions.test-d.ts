import { describe, expectTypeOf, test } from 'vitest';

import { number, type Scalar, time, type Vec, vector } from '../../lib/promql/index.ts';
import { m } from '../promql/shop.ts';

describe('rate and increase', () => {
  test('take counters', () => {
    m.requests_total.rate();
    // @ts-expect-error -- Property 'rate' does not exist on type 'Gauge<…>'
    m.queue_depth.rate();
    m.requests_total.increase('1h');
    // @ts-expect-error -- Property 'increase' does not exist on type 'Gauge<…>'
    m.queue_depth.increase('1h');
    m.request_duration_seconds.count.rate();
    // @ts-expect-error -- Property 'rate' does not exist on type 'Histogram<…>'
    m.request_duration_seconds.rate();
    // @ts-expect-error -- Property 'rate' does not exist on type 'Info<…>'
    m.build_info.rate();
  });

  test('are not taken twice', () => {
    m.requests_total.rate().maxOverTime('1h', '1m');
    // @ts-expect-error -- Property 'rate' does not exist on type 'Vec<…>'
    m.requests_total.rate().rate();
    // @ts-expect-error -- Property 'rate' does not exist on type 'Vec<…>'
    m.requests_total.rate().sum().rate();
  });

  test('take a window', () => {
    m.requests_total.rate('5m');
    m.requests_total.rate('$__range');
    // @ts-expect-error -- "5x" is not a TimeRange
    m.requests_total.rate('5x');
    // @ts-expect-error -- "5" is not a TimeRange
    m.requests_total.rate('5');
    // @ts-expect-error -- "$range" is not a TimeRange: pass the variable
    m.requests_total.rate('$range');
  });
});

describe('a raw counter', () => {
  test('has no arithmetic, no aggregation and no legend', () => {
    m.requests_total.raw().add(1);
    // @ts-expect-error -- Property 'add' does not exist on type 'Counter<…>'
    m.requests_total.add(1);
    // @ts-expect-error -- Property 'div' does not exist on type 'Counter<…>'
    m.requests_total.div(m.requests_total);
    m.requests_total.rate().sum();
    // @ts-expect-error -- Property 'sum' does not exist on type 'Counter<…>'
    m.requests_total.sum();
    // @ts-expect-error -- Property 'gt' does not exist on type 'Counter<…>'
    m.requests_total.gt(100);
    // @ts-expect-error -- Property 'legend' does not exist on type 'Counter<…>'
    m.requests_total.legend('Requests');
  });

  test('is no operand', () => {
    m.requests_total.rate().div(m.requests_total.rate());
    // @ts-expect-error -- 'Counter<…>' is not 'number | AnyScalar | Labelled<…>'
    m.requests_total.rate().div(m.requests_total);
    // @ts-expect-error -- 'Counter<…>' is not 'number | Query'
    time().sub(m.requests_total);
  });

  test('can be counted', () => {
    expectTypeOf(m.requests_total.countBy('code')).toEqualTypeOf<Vec<'code'>>();
  });
});

describe('quantile', () => {
  test('takes a histogram', () => {
    m.request_duration_seconds.quantile(0.9);
    // @ts-expect-error -- Property 'quantile' does not exist on type 'Counter<…>'
    m.requests_total.quantile(0.9);
    m.queue_depth.quantileOf(0.9);
    // @ts-expect-error -- Property 'quantile' does not exist on type 'Gauge<…>'
    m.queue_depth.quantile(0.9);
  });

  test('of a summary takes a declared quantile', () => {
    m.gc_pause_seconds.quantile(0.99);
    // @ts-expect-error -- 0.9 is not 0.5 | 0.99
    m.gc_pause_seconds.quantile(0.9);
  });

  test('keeps labels of the histogram', () => {
    expectTypeOf(m.request_duration_seconds.quantile(0.9, { by: ['route'] })).toEqualTypeOf<
      Vec<'route'>
    >();
    // @ts-expect-error -- "code" is not "route" | "job" | …
    m.request_duration_seconds.quantile(0.9, { by: ['code'] });
  });
});

describe('share', () => {
  test('takes a declared bound', () => {
    m.request_duration_seconds.share(0.5);
    // @ts-expect-error -- 2 is not 0.1 | 0.5 | 1 | 5
    m.request_duration_seconds.share(2);
  });
});

describe('offset', () => {
  test('takes a selector', () => {
    m.requests_total.offset('1d').rate();
    // @ts-expect-error -- Property 'offset' does not exist on type 'Vec<…>'
    m.requests_total.rate().offset('1d');
    m.queue_depth.offset('-1d').sum();
    // @ts-expect-error -- Property 'offset' does not exist on type 'Vec<…>'
    m.queue_depth.sum().offset('1d');
  });
});

describe('labelReplace', () => {
  test('reads a label of the vector and adds its target', () => {
    expectTypeOf(
      m.up.maxBy('instance').labelReplace('host', '$1', 'instance', '(.*):.*'),
    ).toEqualTypeOf<Vec<'instance' | 'host'>>();
    // @ts-expect-error -- "queue" is not "instance"
    m.up.maxBy('instance').labelReplace('host', '$1', 'queue', '(.*):.*');
    // @ts-expect-error -- "queue" is not "instance"
    m.up.maxBy('instance').labelJoin('host', '-', 'instance', 'queue');
  });
});

describe('absent', () => {
  test('names labels of the metric', () => {
    expectTypeOf(m.up.where({ job: 'api' }).absent('job')).toEqualTypeOf<Vec<'job'>>();
    expectTypeOf(m.up.absent()).toEqualTypeOf<Vec<never>>();
    // @ts-expect-error -- "region" is not "job" | "instance" | "tier"
    m.up.where({ job: 'api' }).absent('region');
  });
});

describe('a scalar', () => {
  test('stays a scalar until it meets a vector', () => {
    expectTypeOf(number(1).sub(2)).toEqualTypeOf<Scalar>();
    expectTypeOf(time().sub(number(1))).toEqualTypeOf<Scalar>();
    expectTypeOf(number(1).sub(m.up.maxBy('job'))).toEqualTypeOf<Vec<'job'>>();
    expectTypeOf(number(1).sub(m.up)).toEqualTypeOf<Vec<'tier' | 'job' | 'instance'>>();
    expectTypeOf(m.up.sum().scalar().mul(2).vector()).toEqualTypeOf<Vec<never>>();
  });

  test('has no legend', () => {
    vector(1).legend('One');
    // @ts-expect-error -- Property 'legend' does not exist on type 'Scalar'
    number(1).legend('One');
  });
});
