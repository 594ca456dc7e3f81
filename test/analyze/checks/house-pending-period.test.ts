import check from '../../../lib/analyze/checks/house-pending-period.ts';
import { type HouseRuleSpec, plainAlert, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const expr = m.queue_depth.gt(9);
const kept = {
  code: 'house/pending-period',
  of: 'keepFiringFor',
  atLeast: '5m',
  atMost: '10m',
} as const satisfies HouseRuleSpec;

describeCheck(check, [
  { name: 'a minute', of: plainAlert({ name: 'Full', expr, for: '1m' }) },
  {
    name: 'less',
    of: plainAlert({ name: 'Full', expr, for: '30s' }),
    marks: [undefined],
    message: '`for` of `Full` is `30s`, and has to be at least `1m`',
    hint: "for: '1m'",
  },
  {
    name: 'none',
    of: plainAlert({ name: 'Full', expr }),
    marks: [undefined],
    message: '`for` of `Full` is `0s`, and has to be at least `1m`',
  },
  {
    name: 'between both',
    of: {
      house: [kept],
      groups: [ruleGroup('shop', [plainAlert({ name: 'Full', expr, keepFiringFor: '10m' })])],
    },
  },
  {
    name: 'beyond',
    of: {
      house: [kept],
      groups: [ruleGroup('shop', [plainAlert({ name: 'Full', expr, keepFiringFor: '15m' })])],
    },
    marks: [undefined],
    message: '`keepFiringFor` of `Full` is `15m`, and has to be at most `10m`',
    hint: "keepFiringFor: '10m'",
  },
]);
