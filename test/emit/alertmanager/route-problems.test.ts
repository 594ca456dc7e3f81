import { describe, expect, it } from 'vitest';

import { defineStack, type RootRoute } from '../../../lib/catalog/index.ts';
import alertmanager from '../../../lib/emit/targets/alertmanager.ts';
import { shop, stack } from '../shop.ts';

/** The alerts that are reported: the shop's are critical with `notify_sms`, warning by `route`, and info of a queue. */
function reported(routes: RootRoute['routes']): readonly string[] {
  const told = defineStack({
    ...stack,
    jobs: {},
    alertmanager: {
      version: '0.27.0',
      receivers: { team: {} },
      route: { receiver: 'team', ...(routes && { routes }) },
    },
  });
  return alertmanager
    .emit({ ...shop, stack: told })
    .diagnostics.map(({ code, where }) => `${code} ${where.file} ${where.path.join(' › ')}`);
}

const DOWN = 'alertmanager/unrouted-severity alerts/shop/availability.ts alert ShopTargetDown';
const ERRORS = 'alertmanager/unrouted-severity alerts/shop/errors.ts alert ShopTooManyErrors';
const WAITING = 'alertmanager/unrouted-severity alerts/shop/queues.ts alert ShopTooManyWaiting';

describe('alertmanager/unrouted-severity', () => {
  it.each<[string, RootRoute['routes'], readonly string[]]>([
    ['no routes at all', undefined, []],
    ['a route for one severity', [{ match: { severity: 'critical' } }], [ERRORS, WAITING]],
    ['a route for several', [{ match: { severity: ['critical', 'warning', 'info'] } }], []],
    [
      'a route for another label that the rule adds',
      [{ match: { notify_sms: 'true' } }],
      [ERRORS, WAITING],
    ],
    ['a route for the name', [{ match: { alertname: 'ShopTooManyErrors' } }], [DOWN, WAITING]],
    ['a route for what Prometheus adds', [{ match: { cluster: 'production' } }], []],
    ['a route for another cluster', [{ match: { cluster: 'staging' } }], [DOWN, ERRORS, WAITING]],
    ['a route for a label of the series', [{ match: { job: 'api' } }], [ERRORS]],
    ['a route for a label that no series has', [{ match: { team: 'a' } }], [DOWN, ERRORS, WAITING]],
    [
      'a route for everything without that label',
      [{ match: { team: { op: '!=', values: ['a'] } } }],
      [],
    ],
  ])('%s', (_, routes, expected) => {
    expect(reported(routes)).toEqual(expected);
  });

  it('says what to type', () => {
    const told = defineStack({
      ...stack,
      jobs: {},
      alertmanager: {
        version: '0.27.0',
        receivers: { team: {}, boss: {} },
        route: {
          receiver: 'team',
          routes: [{ match: { severity: 'critical' }, receiver: 'boss' }],
        },
      },
    });
    const [found] = alertmanager.emit({ ...shop, stack: told }).diagnostics;
    expect(found).toMatchObject({
      severity: 'warning',
      message:
        'no route takes `ShopTooManyErrors` of severity `warning`, so that only the last resort `team` is told',
      hint: "add a route: { match: { severity: 'warning' }, receiver: 'team' }",
    });
  });
});
