import check from '../../../lib/analyze/checks/promql-regex-anchors.ts';
import { matches, promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'no anchor', of: promql`requests_total{route=~"/api/.*"}` },
  {
    name: 'a dollar sign that is meant',
    of: m.requests_total.where({ route: matches('/price\\$') }).rate(),
  },
  { name: 'a variable at the end', of: promql`requests_total{route=~"/api/$route"}` },
  {
    name: 'both anchors',
    of: promql`sum(requests_total{route=~"^/api/.*$"})`,
    marks: ['route=~"^/api/.*$"'],
    message: 'the anchors of `route=~"^/api/.*$"` do nothing: it matches whole values only',
    hint: '`route=~"/api/.*"`',
  },
  {
    name: 'one anchor',
    of: promql`requests_total{route!~"^/api"}`,
    marks: ['route!~"^/api"'],
    hint: '`route!~"/api"`',
  },
  { name: 'anchors of two alternatives', of: promql`requests_total{route=~"^/a|/b$"}` },
  {
    name: 'anchors around alternatives',
    of: promql`requests_total{route=~"^(/a|/b)$"}`,
    marks: ['route=~"^(/a|/b)$"'],
    hint: '`route=~"(/a|/b)"`',
  },
]);
