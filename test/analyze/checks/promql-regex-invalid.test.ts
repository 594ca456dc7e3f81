import check from '../../../lib/analyze/checks/promql-regex-invalid.ts';
import { matches, matchesNot } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'valid', of: m.requests_total.where({ route: matches('/api/.*') }).rate() },
  { name: 'the same text as a value', of: m.requests_total.where({ route: '(' }).rate() },
  { name: 'with a variable', of: m.requests_total.where({ route: matches('$route|x') }).rate() },
  {
    name: 'a valid one of `label_replace`',
    of: m.queue_depth.labelReplace('q', '$1', 'queue', '(.).*'),
  },
  {
    name: 'an open group',
    of: m.requests_total
      .where({ route: matches('/api/(') })
      .rate()
      .sum(),
    marks: ['route=~"/api/("'],
  },
  {
    name: 'look-ahead',
    of: m.requests_total
      .where({ route: matches('(?!x)') })
      .rate()
      .sum(),
    marks: ['route=~"(?!x)"'],
  },
  {
    name: 'a negated one, beside another',
    of: m.queue_depth.sum().add(m.queue_depth.where({ queue: matchesNot('[') }).sum()),
    marks: ['queue!~"["'],
  },
  {
    name: 'one of `label_replace`',
    of: m.queue_depth.labelReplace('q', '$1', 'queue', '(.*').sumBy('q'),
    marks: ['"(.*"'],
  },
]);
