import check from '../../../lib/analyze/checks/alertmanager-impossible-label.ts';
import type { Alertmanager } from '../../../lib/catalog/index.ts';
import { promql, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import { type Shop, stack } from '../shop.ts';

const full = alertOf(promql`sum by (queue) (queue_depth) > 9`, { labels: { team: 'a' } });
const open = alertOf(promql`nothing > 9`);

function routed(changes: Partial<Alertmanager>, alerts = [full]): Shop {
  const alertmanager: Alertmanager = {
    version: '0.27.0',
    image: 'prom/alertmanager:v0.27.0',
    configFile: 'alertmanager/alertmanager.yml',
    receivers: {},
    route: { receiver: 'all' },
    ...changes,
  };
  return { stack: { ...stack, alertmanager }, groups: [ruleGroup('shop', alerts)] };
}

describeCheck(check, [
  {
    name: 'labels of the rule, of the series and of every alert',
    of: routed({
      route: {
        receiver: 'all',
        groupBy: ['alertname', 'system', 'queue'],
        routes: [{ match: { team: 'b', severity: 'critical' } }],
      },
    }),
  },
  { name: 'each alert alone', of: routed({ route: { receiver: 'all', groupBy: ['...'] } }) },
  {
    name: 'a label that has to be missing',
    of: routed({
      route: { receiver: 'all', routes: [{ match: { pod: { op: '!=', values: ['a'] } } }] },
    }),
  },
  {
    name: 'a label of an open result',
    of: routed({ route: { receiver: 'all', groupBy: ['pod'] } }, [full, open]),
  },
  { name: 'no alerts', of: routed({ route: { receiver: 'all', groupBy: ['pod'] } }, []) },
  {
    name: 'a group and a route',
    of: routed({
      route: { receiver: 'all', groupBy: ['instance'], routes: [{ match: { pod: 'a' } }] },
    }),
    marks: [undefined, undefined],
    message: '`groupBy` needs `instance`, which no alert of this system carries',
  },
  {
    name: 'an inhibition',
    of: routed({
      inhibit: [
        { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['instance'] },
      ],
    }),
    marks: [undefined],
    message: '`equal` of an inhibition needs `instance`, which no alert of this system carries',
  },
]);
