import { describe, expectTypeOf, test } from 'vitest';

import {
  allOf,
  type Comparison,
  ignoring,
  matches,
  not,
  number,
  on,
  time,
  type Vec,
  vector,
} from '../../lib/promql/index.ts';
import { m } from '../promql/shop.ts';

const failed = m.messages_failed_total.rate();
const received = m.messages_received_total.rate();

describe('an aggregation', () => {
  test('by keeps labels that are there', () => {
    expectTypeOf(failed.sumBy('message_type')).toEqualTypeOf<Vec<'message_type'>>();
    // @ts-expect-error -- "queue" never was a label of it
    failed.sumBy('queue');
    // @ts-expect-error -- "error_type" is gone
    failed.sumBy('message_type').sumBy('error_type');
    // @ts-expect-error -- "user_id" is gone
    received.sum().maxBy('user_id');
  });

  test('without drops labels that are there', () => {
    expectTypeOf(failed.sumBy('message_type', 'job').sumWithout('job')).toEqualTypeOf<
      Vec<'message_type'>
    >();
    // @ts-expect-error -- "error_type" is gone
    failed.sumBy('message_type').sumWithout('error_type');
  });

  test('topk keeps all labels', () => {
    expectTypeOf(failed.sumBy('message_type').topk(5)).toEqualTypeOf<Vec<'message_type'>>();
    // @ts-expect-error -- "error_type" is gone
    failed.sumBy('message_type').topk(5, 'error_type');
  });

  test('countValues adds a label', () => {
    expectTypeOf(m.up.countValues('state', 'job')).toEqualTypeOf<Vec<'state' | 'job'>>();
  });
});

describe('arithmetic', () => {
  test('needs the same labels on both sides', () => {
    expectTypeOf(failed.sumBy('message_type').div(received.sumBy('message_type'))).toEqualTypeOf<
      Vec<'message_type'>
    >();
    // @ts-expect-error -- label sets differ … "only left: error_type" | "only right: user_id"
    failed.div(received);
    // @ts-expect-error -- label sets differ … "only right: user_id" | …
    failed.sumBy('message_type').div(received);
    // @ts-expect-error -- label sets differ … "only left: error_type" | …
    failed.div(received.sumBy('message_type'));
    // @ts-expect-error -- label sets differ … "only left: message_type"
    failed.sumBy('message_type').div(received.sum());
    // @ts-expect-error -- label sets differ … "only right: queue" | …
    vector(1).div(m.queue_depth);
  });

  test('takes numbers and scalars with any labels', () => {
    expectTypeOf(failed.sumBy('message_type').mul(60)).toEqualTypeOf<Vec<'message_type'>>();
    expectTypeOf(m.up.maxBy('job').sub(time())).toEqualTypeOf<Vec<'job'>>();
    expectTypeOf(m.up.maxBy('job').div(number(2))).toEqualTypeOf<Vec<'job'>>();
    // @ts-expect-error -- a text is no operand
    m.up.maxBy('job').div('2');
    // @ts-expect-error -- a target, with its legend, is no operand
    m.up.maxBy('job').div(m.up.maxBy('job').legend('{{job}}'));
  });

  test('with on() keeps the labels that it names', () => {
    expectTypeOf(m.up.div(failed.sumBy('job', 'message_type'), on('job'))).toEqualTypeOf<
      Vec<'job'>
    >();
    // @ts-expect-error -- on(...) names a label that the right side does not carry: "error_type"
    failed.div(received, on('error_type'));
    // @ts-expect-error -- on(...) names a label that the left side does not carry: "user_id"
    failed.div(received, on('user_id'));
    expectTypeOf(failed.sum().div(received.sum(), on())).toEqualTypeOf<Vec<never>>();
  });

  test('with ignoring() needs the same labels otherwise', () => {
    expectTypeOf(
      failed
        .sumBy('message_type', 'error_type')
        .div(received.sumBy('message_type'), ignoring('error_type')),
    ).toEqualTypeOf<Vec<'message_type'>>();
    // @ts-expect-error -- label sets still differ with ignoring(...): "only right: user_id"
    failed.div(received, ignoring('error_type'));
  });

  test('with group_left includes labels of the right', () => {
    expectTypeOf(
      m.up.maxBy('job', 'instance').mul(m.build_info, on('instance').groupLeft('version')),
    ).toEqualTypeOf<Vec<'job' | 'instance' | 'version'>>();
    // @ts-expect-error -- group_left includes a label that the right side does not carry: "queue"
    m.up.mul(m.build_info, on('instance').groupLeft('queue'));
    // @ts-expect-error -- on(...) names a label that the left side does not carry: "version"
    m.up.mul(m.build_info, on('version').groupLeft());
    expectTypeOf(
      failed
        .sumBy('job', 'message_type')
        .div(failed.sumBy('job'), ignoring('message_type').groupLeft()),
    ).toEqualTypeOf<Vec<'job' | 'message_type'>>();
    // @ts-expect-error -- label sets still differ with ignoring(...): "only left: job"
    failed.sumBy('job', 'message_type').div(failed.sum(), ignoring('message_type').groupLeft());
  });

  test('with group_right includes labels of the left', () => {
    expectTypeOf(
      m.build_info.mul(m.up.maxBy('job', 'instance'), on('instance').groupRight('version')),
    ).toEqualTypeOf<Vec<'job' | 'instance' | 'version'>>();
    // @ts-expect-error -- group_right includes a label that the left side does not carry: "queue"
    m.build_info.mul(m.queue_depth, on('instance').groupRight('queue'));
  });
});

describe('a comparison', () => {
  test('is a filter, or 0 and 1', () => {
    expectTypeOf(m.up.maxBy('job').eq(0)).toEqualTypeOf<Comparison<'job'>>();
    expectTypeOf(m.up.maxBy('job').eq(0).bool()).toEqualTypeOf<Vec<'job'>>();
    // @ts-expect-error -- Property 'bool' does not exist on type 'Vec<…>'
    m.up.maxBy('job').bool();
    // @ts-expect-error -- label sets differ … "only right: queue"
    m.up.maxBy('job').gt(m.queue_depth.maxBy('job', 'queue'));
  });

  test('is an operand', () => {
    expectTypeOf(failed.sum().div(received.sum().gt(0))).toEqualTypeOf<Vec<never>>();
  });
});

describe('and, unless, or', () => {
  test('keep the labels of the left', () => {
    expectTypeOf(
      m.up.maxBy('job').unless(failed.sumBy('job', 'message_type'), on('job')),
    ).toEqualTypeOf<Vec<'job'>>();
    expectTypeOf(m.up.maxBy('job').and(failed.sum(), on())).toEqualTypeOf<Vec<'job'>>();
    // @ts-expect-error -- label sets differ … "only right: queue"
    m.up.maxBy('job').and(m.queue_depth.maxBy('job', 'queue'));
    // @ts-expect-error -- on(...) names a label that the right side does not carry: "queue"
    m.queue_depth.and(m.up, on('queue'));
  });

  test('or needs the same labels in both branches', () => {
    expectTypeOf(m.breaker_state.or(m.breaker_open).max()).toEqualTypeOf<Vec<never>>();
    // @ts-expect-error -- the branches of `or` carry different labels … "only left: job" | "only right: queue"
    m.up.maxBy('job').or(m.queue_depth.maxBy('queue'));
    // @ts-expect-error -- the branches of `or` carry different labels … "only left: instance" | …
    m.up.eq(0).or(m.up.where({ job: 'api' }).absent('job'));
  });

  test('orMixed keeps the labels of both branches', () => {
    expectTypeOf(m.up.eq(0).orMixed(m.up.where({ job: 'api' }).absent('job'))).toEqualTypeOf<
      Vec<'job'>
    >();
    expectTypeOf(m.up.maxBy('job').orMixed(m.queue_depth.maxBy('queue'))).toEqualTypeOf<
      Vec<never>
    >();
  });

  test('histogramQuantile needs le and takes it away', () => {
    const buckets = m.request_duration_seconds.bucket.rate();
    expectTypeOf(buckets.sumBy('route', 'le').histogramQuantile(0.9)).toEqualTypeOf<Vec<'route'>>();
    // @ts-expect-error -- a quantile needs the label `le`: keep it in the aggregation
    const quantile: Vec<'route'> = buckets.sumBy('route').histogramQuantile(0.9);
    void quantile;
  });

  test('a subquery keeps all labels', () => {
    expectTypeOf(failed.sumBy('message_type').subquery('1h').deriv()).toEqualTypeOf<
      Vec<'message_type'>
    >();
  });

  test('allOf takes values of the label only', () => {
    m.requests_total.where({ code: allOf(matches('5..'), not('500')) });
    // @ts-expect-error -- '999' is no value of `code`
    m.requests_total.where({ code: allOf('200', '999') });
  });

  test('orZero needs a vector without labels', () => {
    expectTypeOf(failed.sum().orZero()).toEqualTypeOf<Vec<never>>();
    // @ts-expect-error -- or vector(0) on a labelled vector adds a series instead of a default: "message_type"
    failed.sumBy('message_type').orZero();
  });
});

describe('a label set', () => {
  test('is neither more nor less', () => {
    expectTypeOf<Vec<'a' | 'b'>>().not.toExtend<Vec<'a'>>();
    expectTypeOf<Vec<'a'>>().not.toExtend<Vec<'a' | 'b'>>();
    expectTypeOf(m.up).toExtend<Vec<'tier' | 'job' | 'instance'>>();
    expectTypeOf(m.up).not.toExtend<Vec<'job'>>();
  });

  test('follows helpers that authors write', () => {
    function ratioBy<L extends string, R extends string, K extends L & R>(
      part: Vec<L>,
      whole: Vec<R>,
      ...by: K[]
    ): Vec<K> {
      return part.sumBy(...by).div(whole.sumBy(...by).gt(0));
    }
    expectTypeOf(ratioBy(failed, received, 'message_type')).toEqualTypeOf<Vec<'message_type'>>();
    expectTypeOf(ratioBy(m.queue_depth, m.queue_capacity, 'queue')).toEqualTypeOf<Vec<'queue'>>();
    // @ts-expect-error -- "error_type" is only on the left
    ratioBy(failed, received, 'error_type');
  });
});
